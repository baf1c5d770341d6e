# Two commands do everything on a fresh Debian machine that has Swift: `make demo` and `make test`.

PREFIX ?= /usr/local
SECONDS ?= 60
KILLS ?= 200
BIN = $(DESTDIR)$(PREFIX)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# Root is asked for only where the user may not write.
AS_OWNER = $(shell mkdir -p "$(BIN)" 2>/dev/null; [ -w "$(BIN)" ] || echo $(SUDO))
RELEASE := swift build -c release --product campaign
SOURCES := Package.swift Sources Tests
DEMO := .build/demo

# Debian packages: libcsv and SQLite to build, Miller to show a CSV as a table.
BUILD_PACKAGES := libcsv-dev libsqlite3-dev
DEMO_PACKAGES := miller
# Those that campaign is measured beside.
BENCH_PACKAGES := miller nginx-light python3-venv time wrk
CHECK_PACKAGES := binutils miller nginx-light time valgrind wrk
BENCHMARKS := .build/release/Benchmarks
SDK := .build/benchmarks/sdk
# The full sizes take half an hour; `make bench ROWS=100000 MESSAGES=10000 RUNS=3` gives an impression.
ROWS ?= 1000000
MESSAGES ?= 100000
RUNS ?= 5

.PHONY: demo test soak tsan asan fuzz lint format install uninstall clean packages demo-packages
.PHONY: bench bench-pacing bench-growth bench-check bench-baseline bench-build

## demo: build, send the sample list to the sandbox, show the result CSV
demo: packages demo-packages
	$(RELEASE)
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	cp samples/magic.csv $(DEMO)/recipients.csv
	cd $(DEMO) && { ../release/campaign send recipients.csv --template ../../templates/order-shipped.yaml \
		--from +15005550000 --sandbox --timeout 5s; code=$$?; echo "exit code $$code"; [ $$code -eq 2 ]; }
	mlr --icsv --opprint --barred cut -o -f \
		message_row,message_to,message_status,message_id,message_error_code,message_error \
		$(DEMO)/recipients.results.csv

## test: build and run all tests
test: packages
	swift build --build-tests
	$(run-tests)

## soak: kill the program KILLS times at random and chosen moments, resume, and check every row; SEED repeats a run
soak: packages
	swift build --build-tests
	KILLS=$(KILLS) swift test --skip-build --filter KillSoakTests

## tsan, asan: run all tests under the thread or the address sanitizer
# A sanitizer writes files of its own, which the limit of the tests with a full disk forbids; and everything is so slow
# that tests which run beside others take answers for late.
tsan: export TSAN_OPTIONS = suppressions=$(CURDIR)/Tests/tsan.suppressions
asan: export ASAN_OPTIONS = detect_leaks=0
tsan: SANITIZED = --sanitize=thread --scratch-path .build-tsan
asan: SANITIZED = --sanitize=address --scratch-path .build-asan
tsan asan: UNFIT = --skip DiskFullTests --no-parallel
tsan asan: packages
	swift build --build-tests $(SANITIZED)
	$(run-tests)

## fuzz: feed arbitrary input to the parsers for SECONDS each
fuzz: export FUZZER_LIBRARY = $(wildcard $(dir $(realpath $(shell which swiftc)))../lib/clang/*/lib/linux/libclang_rt.fuzzer_no_main-x86_64.a)
fuzz: packages
	for target in AnswerFuzz CampaignFileFuzz CSVFuzz LiquidFuzz TemplateFuzz; do \
		swift build --scratch-path .build-fuzz --sanitize=address --product $$target || exit 1; \
		mkdir -p .build-fuzz/$$target; \
		ASAN_OPTIONS=detect_leaks=0 .build-fuzz/debug/$$target -max_total_time=$(SECONDS) -timeout=10 \
			-rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix=.build-fuzz/$$target/ \
			.build-fuzz/$$target $$(ls -d templates Tests/Fuzz/Seeds/$$target 2>/dev/null) || exit 1; \
	done

## bench: speed and memory beside Miller, libcsv, async-http-client, wrk and Telnyx's SDK
bench: bench-build $(SDK)
	@$(call install-missing,$(BENCH_PACKAGES))
	$(BENCHMARKS) compare --rows $(ROWS) --messages $(MESSAGES) --runs $(RUNS) --python $(CURDIR)/$(SDK)/bin/python

## bench-pacing: whether a server sees what the cap promises; needs a quiet machine
bench-pacing: bench-build
	$(BENCHMARKS) pacing

## bench-growth: whether a row costs more time or memory in a larger file
bench-growth: bench-build
	@$(call install-missing,nginx-light time)
	$(BENCHMARKS) growth --rows $(ROWS)

## bench-check: compare the figures that depend on no machine with Tests/Benchmarks/baseline.json
bench-check bench-baseline: bench-build
	@$(call install-missing,$(CHECK_PACKAGES))
	clang -shared -fPIC -O2 -o .build/benchmarks/sigsuspend.so Tests/Benchmarks/Checks/sigsuspend.c
	$(BENCHMARKS) check $(if $(filter bench-baseline,$@),--write-baseline)

bench-build: packages
	mkdir -p .build/benchmarks
	swift build -c release --product campaign
	swift build -c release --product Benchmarks

$(SDK):
	@$(call install-missing,$(BENCH_PACKAGES))
	python3 -m venv $@
	$@/bin/pip install --quiet telnyx==4.189.0 || { rm -rf $@; exit 1; }

## lint: check the format of the sources
lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

## format: format the sources
format:
	swift format format --in-place --recursive --parallel $(SOURCES)

## install: build and install the program below PREFIX
install: packages
	$(RELEASE) --static-swift-stdlib --scratch-path .build-static
	$(AS_OWNER) install -D -s -m 755 .build-static/release/campaign $(BIN)/campaign

uninstall:
	$(AS_OWNER) rm -f $(BIN)/campaign

clean:
	rm -rf .build .build-*

packages:
	@$(call install-missing,$(BUILD_PACKAGES))

demo-packages:
	@$(call install-missing,$(DEMO_PACKAGES))

# The end-to-end tests start many processes and load the machine: they run apart from those that measure time.
define run-tests
swift test --skip-build $(SANITIZED) --skip CommandLineTests
swift test --skip-build $(SANITIZED) --filter CommandLineTests.PauseTests
swift test --skip-build $(SANITIZED) --filter CommandLineTests --skip CommandLineTests.PauseTests $(UNFIT)
endef

# Installs those Debian packages that are not there.
define install-missing
missing=""; for package in $(1); do dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
		$(SUDO) apt-get update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y $$missing; fi
endef

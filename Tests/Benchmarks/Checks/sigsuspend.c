/* Valgrind 3.19 (Debian 12) writes into the signal mask that a program waits with. libdispatch's is read-only, and
   the program would die of it: this waits with a copy. */
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <stddef.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    return ppoll(NULL, 0, NULL, &copy);
}

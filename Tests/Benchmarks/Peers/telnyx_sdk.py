"""Posts the bodies of a file, one a line, through Telnyx's official SDK: as many in flight as for the others."""

import asyncio
import json
import sys

from telnyx import AsyncTelnyx


async def main(base_url: str, path: str, in_flight: int, count: int) -> None:
    with open(path, encoding="utf-8") as file:
        bodies = [json.loads(line) for _, line in zip(range(count), file)]
    room = asyncio.Semaphore(in_flight)
    async with AsyncTelnyx(api_key="KEY_benchmark", base_url=base_url) as client:

        async def send(body: dict) -> None:
            async with room:
                answer = await client.messages.whatsapp(
                    from_=body["from"], to=body["to"], type="WHATSAPP", whatsapp_message=body["whatsapp_message"]
                )
                assert answer.data.id

        await asyncio.gather(*map(send, bodies))


asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))

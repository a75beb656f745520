"""``gongwen serve``: the converter in the browser and over HTTP."""

from __future__ import annotations

import secrets
from pathlib import Path

import click


@click.command("serve")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", help="Where to listen; this machine only without it.")
@click.option("--port", metavar="N", type=click.IntRange(1, 65535), default=8710, help="The port; 8710.")
@click.option("--token", metavar="WORD", envvar="GONGWEN_TOKEN", help="What requests must know; made up if needed.")
@click.option("--workers", metavar="N", type=click.IntRange(1, 256), default=2, help="Requests at once; 2.")
@click.option("--waiting", metavar="N", type=click.IntRange(0, 10000), default=32, help="Requests that may wait; 32.")
@click.option("--max-size", metavar="MIB", type=click.IntRange(1, 1024), default=50, help="MiB a file; 50.")
@click.option("--timeout", metavar="S", type=click.FloatRange(0.1), default=60.0, help="Seconds a request; 60.")
@click.option("--memory", metavar="MIB", type=click.IntRange(128), default=2048, help="MiB a worker; 2048.")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="Keep what is dropped and corrected.")
def command(
    host: str,
    port: int,
    token: str | None,
    workers: int,
    waiting: int,
    max_size: int,
    timeout: float,
    memory: int,
    folder: Path | None,
) -> None:
    """Serve the converter: drop files in the browser, look at them, correct them, download them; and HTTP for machines.

    It listens on this machine alone. Any other address needs a token, which is made up and shown when none is given.
    Nothing is kept on disk unless --folder names a place. /openapi.json describes the interface.
    """
    try:
        import uvicorn

        from converter.service.app import create_app
    except ImportError as error:
        raise click.ClickException(
            f"gongwen serve needs the extra 'service': pip install 'gongwen[service]' ({error.name} is missing)"
        ) from error
    from converter.service.settings import LOCAL, Settings

    if host not in LOCAL and token is None:
        token = secrets.token_urlsafe(18)
    settings = Settings(
        host=host,
        port=port,
        token=token,
        workers=workers,
        waiting=waiting,
        max_bytes=max_size << 20,
        seconds=timeout,
        memory=memory << 20,
        folder=folder,
    )
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    click.echo(address if token is None else f"{address}?token={token}", err=True)
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning", server_header=False)

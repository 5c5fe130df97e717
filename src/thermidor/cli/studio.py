"""``thermidor studio``: the laboratory as pages in a browser."""

import os
import sys

import click


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port.  [default: any free one]")
@click.option("--no-browser", is_flag=True, help="Print the address, open no browser.")
def studio(port: int, no_browser: bool) -> None:
    """Serve the laboratory as pages for a browser, on this machine alone.

    Prints one address; opens it if this is a terminal. Stop it with Ctrl-C.

    \b
    Examples:
      thermidor studio
      thermidor studio --port 8080 --no-browser
    """
    from thermidor.studio.processor import one_thread_a_run

    one_thread_a_run()
    from thermidor.studio.serve import serve  # imported here so that --help answers at once

    def ready(address: str) -> None:
        click.echo(address)
        if sys.stdout.isatty() and not no_browser:
            click.launch(address)

    serve(port, ready)
    sys.stdout.flush()
    os._exit(0)  # a thread may still be compiling: the interpreter would wait for it, or abort

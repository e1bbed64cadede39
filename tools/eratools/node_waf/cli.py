"""The `node-waf` command."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eratools.node_waf import environment
from eratools.node_waf.building import Build
from eratools.node_waf.configuring import Configuration, Options
from eratools.node_waf.errors import WafError

_DESCRIPTION = """\
Build an addon of Node 0.1 from C++: run commands, in the order given, as the wscript here says.
"""

_COMMANDS = """\
commands:
  configure   look for the compiler and for whatever else the wscript asks for
  build       compile into build/default (this is what happens without a command)
  install     build, then copy the addons to PREFIX/lib/node/libraries
  clean       remove what was built
  distclean   remove the whole build folder

  node-waf configure build
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the commands of `argv`; returns the exit code."""
    try:
        project = Project(Path.cwd())
        options = project.parse(sys.argv[1:] if argv is None else list(argv))
        for command in options.commands or ["build"]:
            started = time.monotonic()
            project.commands[command](options)
            print(f"'{command}' finished successfully ({time.monotonic() - started:.3f}s)", flush=True)
    except WafError as error:
        print(f"node-waf: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


class Project:
    """A folder with a wscript."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "wscript"
        self.names: dict[str, Any] = {"__name__": "wscript", "__file__": str(self.script)}
        self.commands: dict[str, Callable[[argparse.Namespace], None]] = {
            "configure": self.configure,
            "build": self.build,
            "install": self.install,
            "clean": self.clean,
            "distclean": self.distclean,
        }
        self.parser = _parser(list(self.commands))

    def parse(self, argv: list[str]) -> argparse.Namespace:
        """Read the wscript and then the command line, which it may give options to."""
        if "-h" in argv or "--help" in argv:
            self.parser.parse_args(argv)
        self._run_script()
        self._call("set_options", Options(self.parser), mandatory=False)
        options = self.parser.parse_args(argv)
        for command in options.commands:
            if command not in self.commands:
                known = ", ".join(self.commands)
                raise WafError(f"there is no command {command!r}; the commands are {known}")
        folder = self.script.parent
        self.source = (folder / str(self.names.get("srcdir", "."))).resolve()
        self.out = (folder / str(self.names.get("blddir", "build"))).resolve()
        return options

    def configure(self, options: argparse.Namespace) -> None:
        """Run the wscript's `configure` and keep what it found."""
        configuration = Configuration(options, self.source, self.out)
        self._call("configure", configuration)
        environment.store(configuration.env, self.out)

    def build(self, _options: argparse.Namespace) -> None:
        """Build what the wscript's `build` asks for."""
        self._described().run()

    def install(self, _options: argparse.Namespace) -> None:
        """Build and install it."""
        build = self._described()
        build.run()
        build.install()

    def clean(self, _options: argparse.Namespace) -> None:
        """Remove what was built."""
        shutil.rmtree(self.out / "default", ignore_errors=True)

    def distclean(self, _options: argparse.Namespace) -> None:
        """Remove what was configured, too."""
        shutil.rmtree(self.out, ignore_errors=True)

    def _described(self) -> Build:
        build = Build(environment.restore(self.out), self.source, self.out)
        self._call("build", build)
        return build

    def _run_script(self) -> None:
        try:
            source = self.script.read_bytes()
        except FileNotFoundError:
            raise WafError("there is no wscript in this folder; it says what to build") from None
        self._guard(lambda: exec(compile(source, str(self.script), "exec"), self.names))

    def _call(self, name: str, argument: Any, mandatory: bool = True) -> None:
        function = self.names.get(name)
        if function is not None:
            self._guard(lambda: function(argument))
        elif mandatory:
            raise WafError(f"the wscript has no function {name!r}")

    def _guard(self, run: Callable[[], Any]) -> None:
        """Run code of the wscript; what goes wrong there is told with its line."""
        try:
            run()
        except WafError:
            raise
        except Exception as error:
            lines = [
                f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == str(self.script)
            ]
            line = lines[-1] if lines else getattr(error, "lineno", None)
            raise WafError(f"wscript, line {line}: {type(error).__name__}: {error}") from None


def _parser(commands: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="node-waf",
        description=_DESCRIPTION,
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("commands", nargs="*", metavar="COMMAND", help=", ".join(commands))
    parser.add_argument("--prefix", default="/usr/local", help="where to install (/usr/local)")
    return parser


if __name__ == "__main__":
    sys.exit(main())

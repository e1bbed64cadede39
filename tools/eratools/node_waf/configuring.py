"""What a wscript's `set_options` and `configure` are given."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, NoReturn

from eratools.node_waf.environment import Environment, as_list
from eratools.node_waf.errors import WafError

TOOLS = ("compiler_cxx", "compiler_cc", "gcc", "gxx", "g++", "node_addon", "misc", "osx")
COMPILERS = ("g++", "c++", "clang++")


class Options:
    """The `opt` of `set_options(opt)`: options of the project's own on the command line."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._parser = parser

    def tool_options(self, tools: Any, *_where: Any) -> None:
        """Take over the options of tools; ours have none."""
        for tool in as_list(tools):
            _known(tool)

    def add_option(self, *names: str, **settings: Any) -> None:
        """Add an option, as `optparse` has them."""
        if isinstance(settings.get("type"), str):
            settings["type"] = {"int": int, "float": float}.get(settings["type"], str)
        self._parser.add_argument(*names, **settings)


class Configuration:
    """The `conf` of `configure(conf)`: looks for what the build needs and notes it in `env`."""

    def __init__(self, options: argparse.Namespace, source: Path, build: Path) -> None:
        self.env = Environment()
        self.options = options
        self.srcdir, self.blddir = str(source), str(build)
        self.env["PREFIX"] = os.path.abspath(options.prefix)

    def check_tool(self, tools: Any, *_where: Any) -> None:
        """Make tools ready: `compiler_cxx` is the C++ compiler, `node_addon` builds addons."""
        for tool in as_list(tools):
            _known(tool)
            if tool != "node_addon" and "CXX" not in vars(self.env):
                self._find_compiler()
            self.env.append_value("TOOLS", tool)

    def _find_compiler(self) -> None:
        found = find_compiler()
        wanted = os.environ.get("CXX") or " or ".join(COMPILERS)
        self.check_message("program", wanted, bool(found), " ".join(found))
        if not found:
            self.fatal(
                "no C++ compiler was found: install one (on Debian, the package g++), or set CXX to its path"
            )
        self.env["CXX"] = found
        for name in ("CXXFLAGS", "LINKFLAGS"):
            self.env[name] = as_list(os.environ.get(name, ""))

    def find_program(self, name: str, var: str | None = None, mandatory: bool = False, **_more: Any) -> str:
        """Look for a program; its path, or an empty string."""
        found = shutil.which(name) or ""
        self.check_message("program", name, bool(found), found)
        if found and var:
            self.env[var] = found
        if mandatory and not found:
            self.fatal(f"the program {name} is needed and was not found")
        return found

    def check(self, mandatory: bool = False, uselib_store: str | None = None, **wanted: Any) -> bool:
        """Look for a library (`lib`) or a header (`header_name`) by compiling a program that uses it."""
        libraries, headers = as_list(wanted.get("lib", [])), as_list(wanted.get("header_name", []))
        source = "".join(f"#include <{header}>\n" for header in headers) + "int main() { return 0; }\n"
        flags = [f"-l{library}" for library in libraries]
        store = (uselib_store or (libraries[0] if libraries else "")).upper()
        found = self._compiles(source, flags)
        what = " ".join([*headers, *libraries])
        self.check_message("library" if libraries else "header", what, found)
        if found and store:
            self.env[f"LIB_{store}"] = libraries
        if mandatory and not found:
            self.fatal(f"{what} is needed and was not found")
        return found

    check_cxx = check
    check_cc = check

    def _compiles(self, source: str, flags: list[str]) -> bool:
        if not self.env.CXX:
            self.fatal("conf.check_tool('compiler_cxx') must come before other checks")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "test.cc")
            path.write_text(source, encoding="utf-8")
            command = [*self.env.CXX, str(path), "-o", str(path.with_suffix("")), *flags]
            return subprocess.run(command, capture_output=True).returncode == 0

    def check_message(self, kind: str, name: str, found: bool, detail: str = "") -> None:
        """Tell the outcome of a check."""
        outcome = detail or "ok" if found else "not found"
        print(f"{f'Checking for {kind} {name}':<40} : {outcome}", flush=True)

    def define(self, name: str, value: Any = 1) -> None:
        """Define a macro for everything that is compiled."""
        self.env.append_value("DEFINES", [f"{name}={value}"])

    def fatal(self, message: str) -> NoReturn:
        """Give up."""
        raise WafError(message)


def find_compiler() -> list[str]:
    """The command of the C++ compiler, CXX if that is set; empty when there is none."""
    for wanted in [os.environ["CXX"]] if os.environ.get("CXX") else COMPILERS:
        program, *flags = shlex.split(wanted)
        path = shutil.which(program)
        if path is not None:
            return [path, *flags]
    return []


def _known(tool: str) -> None:
    if tool not in TOOLS:
        raise WafError(f"there is no tool {tool!r} here; those for addons are compiler_cxx and node_addon")

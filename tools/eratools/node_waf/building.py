"""What a wscript's `build` is given, and the commands that come of it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eratools.node_waf.environment import Environment, as_list
from eratools.node_waf.errors import WafError

INCLUDE = Path(__file__).with_name("include")
LIBRARIES = Path("lib", "node", "libraries")
"""Where addons are installed below the prefix: `require.paths` begins with that of /usr/local."""

_ADDON_FLAGS = ["-g", "-O2", "-Wall"]


class TaskGenerator:
    """What `new_task_gen` gives: its attributes say what to build, from what and how."""

    def __init__(self, features: tuple[str, ...], settings: dict[str, Any]) -> None:
        self.features = [word for feature in features for word in feature.split()]
        self.target = ""
        self.source: Any = []
        self.includes: Any = []
        self.defines: Any = []
        self.cxxflags: Any = []
        self.ccflags: Any = []
        self.linkflags: Any = []
        self.lib: Any = []
        self.libpath: Any = []
        self.uselib: Any = []
        self.name = ""
        self.install_path: str | None = None
        for name, value in settings.items():
            setattr(self, name, value)


@dataclass(frozen=True)
class Step:
    """One command: what it does, in a word, and from and to which files."""

    kind: str
    sources: list[Path]
    target: Path
    command: list[str]


class Build:
    """The `bld` of `build(bld)`: collects what there is to build."""

    def __init__(self, env: Environment, source: Path, build: Path) -> None:
        self.env = env
        self.source = source
        self.out = build / "default"
        self.generators: list[TaskGenerator] = []

    def new_task_gen(self, *features: str, **settings: Any) -> TaskGenerator:
        """Something to build; what, its attributes say, which may be given here or set later."""
        words = settings.pop("features", None)
        generator = TaskGenerator((*features, *as_list(words or [])), settings)
        self.generators.append(generator)
        return generator

    __call__ = new_task_gen

    def run(self) -> None:
        """Run every command; the first that fails ends it."""
        steps = [step for generator in self.generators for step in self._steps(generator)]
        for number, step in enumerate(steps, 1):
            names = " ".join(os.path.relpath(path, self.source) for path in step.sources)
            target = os.path.relpath(step.target, self.source)
            print(f"[{number}/{len(steps)}] {step.kind}: {names} -> {target}", flush=True)
            step.target.parent.mkdir(parents=True, exist_ok=True)
            try:
                code = subprocess.run(step.command, cwd=self.source).returncode
            except OSError as error:
                raise WafError(f"cannot run {step.command[0]}: {error.strerror}") from None
            if code != 0:
                raise WafError(f"{step.kind} of {target} failed:\n  {shlex.join(step.command)}")

    def install(self) -> None:
        """Copy what was built to where `require` finds it on this machine."""
        for generator in self.generators:
            built = self._target(generator)
            folder = Path(generator.install_path or Path(self.env.PREFIX, LIBRARIES))
            try:
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy(built, folder / built.name)
            except OSError as error:
                raise WafError(f"cannot install {built.name} in {folder}: {error.strerror}") from None
            print(f"* installing {os.path.relpath(built, self.source)} as {folder / built.name}")

    # -- steps ----------------------------------------------------------------------------------

    def _steps(self, generator: TaskGenerator) -> Iterator[Step]:
        self._check(generator)
        objects = []
        for number, source in enumerate(map(Path, as_list(generator.source)), 1):
            path = self.source / source
            if not path.is_file():
                raise WafError(f"the source file {source} of {generator.target} does not exist")
            made = self.out / source.with_name(f"{source.stem}_{number}.o")
            command = [*self.env.CXX, *self._compile_flags(generator), "-c", str(path), "-o", str(made)]
            yield Step("cxx", [path], made, command)
            objects.append(made)
        target = self._target(generator)
        files = [str(each) for each in objects]
        command = [*self.env.CXX, *files, "-o", str(target), *self._link_flags(generator)]
        yield Step("cxx_link", objects, target, command)

    def _check(self, generator: TaskGenerator) -> None:
        features = generator.features
        if not {"cxx", "cc"} & set(features) or "shlib" not in features:
            raise WafError(f"only shared libraries of C++ can be built ('cxx', 'shlib'), not {features}")
        if not self.env.CXX:
            raise WafError("the wscript's `configure` lacks conf.check_tool('compiler_cxx')")
        if "node_addon" in features and "node_addon" not in self.env.TOOLS:
            raise WafError("the wscript's `configure` lacks conf.check_tool('node_addon')")
        for name in ("target", "source"):
            if not getattr(generator, name):
                raise WafError(f"a task of the wscript has no {name}")

    def _target(self, generator: TaskGenerator) -> Path:
        folder, name = os.path.split(generator.target)
        file = f"{name}.node" if "node_addon" in generator.features else f"lib{name}.so"
        return self.out / folder / file

    def _compile_flags(self, generator: TaskGenerator) -> list[str]:
        flags = [*_ADDON_FLAGS, "-fPIC", f"-I{INCLUDE}"]
        defines = [*as_list(self.env.DEFINES), *as_list(generator.defines)]
        includes = [*as_list(generator.includes), *as_list(self.env.CPPPATH)]
        includes += self._of_libraries("CPPPATH", generator)
        return [
            *flags,
            *as_list(self.env.CXXFLAGS),
            *self._of_libraries("CXXFLAGS", generator),
            *as_list(generator.ccflags),
            *as_list(generator.cxxflags),
            *(f"-D{define}" for define in defines),
            *(f"-I{self.source / path}" for path in includes),
        ]

    def _link_flags(self, generator: TaskGenerator) -> list[str]:
        # What the addon leaves undefined is Python's, which loads it.
        flags = ["-bundle", "-undefined", "dynamic_lookup"] if sys.platform == "darwin" else ["-shared"]
        libraries = [*as_list(generator.lib), *self._of_libraries("LIB", generator)]
        paths = [*as_list(generator.libpath), *self._of_libraries("LIBPATH", generator)]
        return [
            *flags,
            *as_list(self.env.LINKFLAGS),
            *as_list(generator.linkflags),
            *self._of_libraries("LINKFLAGS", generator),
            *(f"-L{self.source / path}" for path in paths),
            *(f"-l{library}" for library in libraries),
        ]

    def _of_libraries(self, kind: str, generator: TaskGenerator) -> list[str]:
        """What `configure` noted of the libraries in `uselib`: `env.LIB_PQ`, `env.CPPPATH_PQ`, …"""
        return [value for name in as_list(generator.uselib) for value in as_list(self.env[f"{kind}_{name}"])]

"""The `node-waf` command, as a user meets it: in a process of its own."""

import ctypes
import os
import stat
import subprocess
import sys
from importlib import metadata

import pytest
from eratools.node_waf.building import INCLUDE
from eratools.node_waf.configuring import find_compiler

needs_compiler = pytest.mark.skipif(not find_compiler(), reason="there is no C++ compiler")

WSCRIPT = """
srcdir = "."
blddir = "build"

def set_options(opt):
    opt.tool_options("compiler_cxx")
    opt.add_option("--number", type="int", default=1, help="a number")

def configure(conf):
    conf.check_tool("compiler_cxx")
    conf.check_tool("node_addon")
    conf.define("NUMBER", conf.options.number)

def build(bld):
    obj = bld.new_task_gen("cxx", "shlib", "node_addon")
    obj.target = "thing"
    obj.source = ["one.cc", "deep/two.cc"]
    obj.includes = "include"
    obj.defines = ["EXTRA=10"]
    obj.cxxflags = ["-DFLAG=100"]
    obj.lib = ["m"]
"""

FILES = {
    "wscript": WSCRIPT,
    "one.cc": '#include <two.h>\nextern "C" int one() { return NUMBER + EXTRA + FLAG + two(); }\n',
    "deep/two.cc": "#include <two.h>\n#include <v8.h>\nint two() { return 1000; }\n",
    "include/two.h": "int two();\n",
}


@pytest.fixture
def project(tmp_path):
    """A folder with a project in it; calling it writes a file."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    for name, text in FILES.items():
        write(name, text)
    write.folder = tmp_path
    write.built = tmp_path / "build" / "default" / "thing.node"
    return write


@pytest.fixture
def compiler(tmp_path):
    """A compiler that makes empty files and notes its arguments: the environment in which it is the one."""
    path = tmp_path / "bin" / "fake-g++"
    path.parent.mkdir()
    path.write_text(
        '#!/bin/sh\necho "$@" >> "$NOTES"\nwhile [ "$1" != -o ]; do shift; done\ntouch "$2"\n',
        encoding="utf-8",
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return {**os.environ, "CXX": f"{path} --own", "NOTES": str(tmp_path / "notes")}


def node_waf(folder, *args, **options):
    """Run the command; `(exit code, stdout, stderr)`."""
    command = [sys.executable, "-m", "eratools.node_waf.cli", *args]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, **options)
    return done.returncode, done.stdout, done.stderr


@needs_compiler
def test_it_builds_what_the_wscript_says(project):
    code, out, err = node_waf(project.folder, "configure", "build", "--number", "1")
    assert (code, err) == (0, "")
    assert "one.cc -> build/default/one_1.o" in out
    assert "-> build/default/thing.node" in out
    assert "'configure' finished successfully" in out and "'build' finished successfully" in out
    assert ctypes.CDLL(str(project.built)).one() == 1111


@needs_compiler
def test_what_the_compiler_complains_of_is_seen(project):
    project("one.cc", "int one( {\n")
    code, _, err = node_waf(project.folder, "configure", "build")
    assert code == 1
    assert "one.cc:1" in err and "node-waf: cxx of build/default/one_1.o failed" in err


@needs_compiler
def test_what_configure_looks_for(project):
    more = """
    found = (conf.check(lib="m"), conf.check_cxx(lib="no_such"), conf.check(header_name="v9.h"))
    print(found, conf.find_program("sh", var="SH") == conf.env.SH)
    conf.check(lib="no_such", mandatory=True)

def build"""
    project("wscript", WSCRIPT.replace("def build", more, 1).replace("\n\n\n    found", "\n    found"))
    code, out, err = node_waf(project.folder, "configure")
    assert "(True, False, False) True" in out
    assert "Checking for library no_such             : not found" in out
    assert (code, err) == (1, "node-waf: no_such is needed and was not found\n")


def test_the_flags_of_the_environment_and_of_libraries(project, compiler):
    lines = """    conf.env.LIB_PQ = ["pq"]
    conf.env["CPPPATH_PQ"] = "pg"
    conf.env.append_value("CXXFLAGS", "-DOWN")
    conf.env.append_value("LINKFLAGS", ["-Wl,x"])

def build"""
    script = WSCRIPT.replace("\ndef build", lines, 1).replace("obj.lib", "obj.uselib = 'PQ'; obj.lib")
    project("wscript", script)
    env = {**compiler, "CXXFLAGS": "-O1 -g3"}
    assert node_waf(project.folder, "configure", "build", env=env)[0] == 0
    first, _, last = (project.folder / "notes").read_text().splitlines()
    for flag in ("--own", "-O1 -g3", "-DOWN", "-DFLAG=100", "-DEXTRA=10", "-fPIC", f"-I{INCLUDE}"):
        assert flag in first
    assert f"-I{project.folder / 'pg'}" in first
    for flag in ("-Wl,x", "-lm", "-lpq"):
        assert flag in last


def test_build_is_what_happens_without_a_command_and_clean_undoes_it(project, compiler):
    assert node_waf(project.folder, "configure", env=compiler)[0] == 0
    assert not project.built.exists()
    assert node_waf(project.folder, env=compiler)[0] == 0
    assert project.built.exists()
    assert node_waf(project.folder, "clean")[0] == 0
    assert not project.built.exists()
    assert node_waf(project.folder, "build", env=compiler)[0] == 0
    assert node_waf(project.folder, "distclean")[0] == 0
    assert not (project.folder / "build").exists()


def test_install(project, compiler):
    prefix = project.folder / "prefix"
    code, out, _ = node_waf(project.folder, "configure", "install", f"--prefix={prefix}", env=compiler)
    installed = prefix / "lib" / "node" / "libraries" / "thing.node"
    assert code == 0 and installed.exists()
    assert f"* installing build/default/thing.node as {installed}" in out
    prefix.joinpath("file").write_text("")
    code, _, err = node_waf(
        project.folder, "configure", "install", f"--prefix={prefix / 'file'}", env=compiler
    )
    assert code == 1 and f"cannot install thing.node in {prefix / 'file'}" in err


def test_no_compiler(project):
    code, out, err = node_waf(project.folder, "configure", "build", env={**os.environ, "PATH": "", "CXX": ""})
    assert code == 1
    assert "Checking for program g++ or c++ or clang++ : not found" in out
    assert "no C++ compiler was found: install one" in err and "CXX" in err
    env = {**os.environ, "CXX": "/no/such/g++"}
    assert node_waf(project.folder, "configure", env=env)[0] == 1


def test_build_before_configure(project):
    assert node_waf(project.folder, "build") == (
        1,
        "",
        "node-waf: the project is not configured: run `node-waf configure` first\n",
    )
    project("build/c4che.json", "{")
    assert "run `node-waf configure` again" in node_waf(project.folder, "build")[2]


def test_no_wscript(tmp_path):
    code, out, err = node_waf(tmp_path, "configure")
    assert (code, out) == (1, "") and "there is no wscript in this folder" in err
    code, out, _ = node_waf(tmp_path, "--help")
    assert code == 0 and "node-waf configure build" in out


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("def build(bld):", "def build(bld:", "wscript, line 14: SyntaxError"),
        ('obj.target = "thing"', "obj.target = thing", "wscript, line 16: NameError: name 'thing'"),
        ('    obj.target = "thing"\n', "", "a task of the wscript has no target"),
        ("one.cc", "none.cc", "the source file none.cc of thing does not exist"),
        ('    conf.check_tool("node_addon")\n', "", "`configure` lacks conf.check_tool('node_addon')"),
        ('    conf.check_tool("compiler_cxx")\n', "", "`configure` lacks conf.check_tool('compiler_cxx')"),
        ('check_tool("node_addon")', 'check_tool("qt4")', "there is no tool 'qt4' here"),
        ('"shlib"', '"program"', "only shared libraries of C++ can be built"),
        ("def build(bld)", "def built(bld)", "the wscript has no function 'build'"),
    ],
)
def test_a_wscript_that_is_wrong(project, compiler, before, after, complaint):
    assert before in WSCRIPT
    project("wscript", WSCRIPT.replace(before, after))
    code, _, err = node_waf(project.folder, "configure", "build", env=compiler)
    assert code == 1 and err.startswith("node-waf: ") and complaint in err
    assert "Traceback" not in err


def test_an_unknown_command(project):
    code, _, err = node_waf(project.folder, "compile")
    assert code == 1
    assert err == (
        "node-waf: there is no command 'compile'; "
        "the commands are configure, build, install, clean, distclean\n"
    )


def test_the_command_is_installed():
    (script,) = metadata.entry_points(group="console_scripts", name="node-waf")
    assert script.load().__module__ == "eratools.node_waf.cli"

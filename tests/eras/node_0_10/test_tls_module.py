"""The modules `tls` and `https` of 0.10 with and without the library they need."""

import subprocess
import sys

import pytest

from eras.node_0_10 import https, tls

WITHOUT = """
import sys
sys.modules["OpenSSL"] = None
from eras.node_0_10 import https, tls
print(https.globalAgent.defaultPort, tls.checkServerIdentity("a.com", {"subject": {"CN": "a.com"}}))
for use in (
    lambda: https.createServer(key="k", cert="c"),
    lambda: tls.connect(1),
    lambda: https.get("https://localhost:1/"),
    lambda: tls.getCiphers(),
    lambda: tls.createSecurePair(),
):
    try:
        use()
    except ImportError as error:
        print("node-eras[tls]" in str(error))
"""


def printed(program):
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_without_the_library_they_can_be_imported_and_say_what_is_missing():
    assert printed(WITHOUT) == ["443", "True"] + ["True"] * 5


def test_importing_them_does_not_load_the_library():
    program = "import sys; from eras.node_0_10 import https, tls; print('OpenSSL' in sys.modules)"
    assert printed(program) == ["False"]


def test_names():
    assert set(tls.__all__) == {
        *("CLIENT_RENEG_LIMIT", "CLIENT_RENEG_WINDOW", "SLAB_BUFFER_SIZE", "Server", "checkServerIdentity"),
        *("connect", "createSecurePair", "createServer", "getCiphers"),
    }
    assert set(https.__all__) == {"Agent", "Server", "createServer", "get", "globalAgent", "request"}


@pytest.mark.parametrize("module", [tls, https])
def test_every_name_is_there(module):
    assert all(hasattr(module, name) for name in module.__all__)

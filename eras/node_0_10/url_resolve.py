"""How a relative URL is resolved: the steps of a browser, with 0.10's exceptions."""


def resolve_into(result, relative, slashed, hostless):
    """Change `result`, a copy of the base, to what `relative` means on it. Both are changed."""
    if relative.slashes and not relative.protocol:
        _take(
            result, relative, ("slashes", "auth", "host", "port", "hostname", "search", "query", "pathname")
        )
        result.path = relative.path
        if result.protocol in slashed and result.hostname and not result.pathname:
            result.pathname = result.path = "/"
    elif relative.protocol and relative.protocol != result.protocol:
        _change_protocol(result, relative, slashed, hostless)
    else:
        _Merge(result, relative, slashed).run()


def _take(result, relative, fields):
    for field in fields:
        setattr(result, field, getattr(relative, field))


def _change_protocol(result, relative, slashed, hostless):
    if relative.protocol not in slashed:
        _take(result, relative, vars(relative))
        return
    result.protocol = relative.protocol
    if relative.host or relative.protocol in hostless:
        result.pathname = relative.pathname
    else:
        # The first part of the path that is not empty becomes the host.
        parts = (relative.pathname or "").split("/")
        first = next((index for index, part in enumerate(parts) if part), len(parts))
        relative.host = "".join(parts[first : first + 1])
        parts = parts[first + 1 :]
        relative.hostname = relative.hostname or ""
        if not parts or parts[0] != "":
            parts.insert(0, "")
        if len(parts) < 2:
            parts.insert(0, "")
        result.pathname = "/".join(parts)
    _take(result, relative, ("search", "query", "auth", "port"))
    result.host = relative.host or ""
    result.hostname = relative.hostname or relative.host
    if result.pathname or result.search:
        result.path = (result.pathname or "") + (result.search or "")
    result.slashes = result.slashes or relative.slashes


class _Merge:
    """Resolves a relative URL of the base's own protocol, path part by path part."""

    def __init__(self, result, relative, slashed):
        self.result = result
        self.relative = relative
        self.parts = result.pathname.split("/") if result.pathname else []
        self.added = relative.pathname.split("/") if relative.pathname else []
        self.has_host_in_path = bool(result.protocol) and result.protocol not in slashed
        relative_path = relative.pathname or ""
        self.is_absolute = bool(relative.host) or relative_path.startswith("/")
        self.must_be_absolute = bool(
            self.is_absolute or (result.pathname or "").startswith("/") or (result.host and relative.pathname)
        )
        self.keeps_leading_dots = not self.must_be_absolute

    def run(self):
        result, relative = self.result, self.relative
        if self.has_host_in_path:
            self._host_to_path()
        if self.is_absolute:
            result.host = relative.host if relative.host or relative.host == "" else result.host
            hostname = relative.hostname
            result.hostname = hostname if hostname or hostname == "" else result.hostname
            self._take_query()
            self.parts = self.added
        elif self.added:
            self.parts = [*self.parts[:-1], *self.added]
            self._take_query()
        elif relative.search is not None:
            self._only_query()
            return
        if not self.parts:
            result.pathname = None
            result.path = "/" + result.search if result.search else None
            return
        self._finish_path()

    def _host_to_path(self):
        """Protocols without `//` by nature: their host is the first part of the path for a while."""
        result, relative = self.result, self.relative
        result.hostname = ""
        result.port = None
        if result.host:
            _put_first(self.parts, result.host)
        result.host = ""
        if relative.protocol:
            relative.hostname = relative.port = None
            if relative.host:
                _put_first(self.added, relative.host)
            relative.host = None
        # A path that begins with a host now has no leading slash to go by.
        self.must_be_absolute = self.must_be_absolute and "" in (*self.added[:1], *self.parts[:1])

    def _take_query(self):
        self.result.search = self.relative.search
        self.result.query = self.relative.query

    def _only_query(self):
        result = self.result
        if self.has_host_in_path:
            self._path_to_host(self.parts.pop(0) if self.parts else None)
        self._take_query()
        if result.pathname is not None or result.search is not None:
            result.path = (result.pathname or "") + (result.search or "")

    def _path_to_host(self, host):
        result = self.result
        result.host = result.hostname = host
        auth, at, rest = (host or "").partition("@")
        if auth and at:
            result.auth = auth
            result.host = result.hostname = rest.split("@")[0]

    def _finish_path(self):
        result, relative = self.result, self.relative
        last = self.parts[-1]
        ends_with_slash = last == "" or (bool(result.host or relative.host) and last in (".", ".."))
        parts = without_dots(self.parts, self.keeps_leading_dots)
        if self.must_be_absolute and parts[:1] != [""] and not (parts and parts[0].startswith("/")):
            parts.insert(0, "")
        if ends_with_slash and not "/".join(parts).endswith("/"):
            parts.append("")
        is_absolute = parts[:1] == [""] or bool(parts and parts[0].startswith("/"))
        if self.has_host_in_path:
            self._path_to_host("" if is_absolute or not parts else parts.pop(0))
        if (self.must_be_absolute or (result.host and parts)) and not is_absolute:
            parts.insert(0, "")
        result.pathname = "/".join(parts) if parts else None
        result.path = None
        if result.pathname is not None or result.search is not None:
            result.path = (result.pathname or "") + (result.search or "")
        result.auth = relative.auth or result.auth
        result.slashes = result.slashes or relative.slashes


def without_dots(parts, keeps_leading_dots):
    """Path parts without `.`, and without `..` and what it leaves; leading `..` only if they are kept."""
    kept = []
    up = 0
    for part in reversed(parts):
        if part == ".":
            continue
        if part == "..":
            up += 1
        elif up:
            up -= 1
        else:
            kept.append(part)
    if keeps_leading_dots:
        kept += [".."] * up
    return kept[::-1]


def _put_first(parts, host):
    if parts and parts[0] == "":
        parts[0] = host
    else:
        parts.insert(0, host)

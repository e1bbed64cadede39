"""How the objects of 0.10.15 looked, as programs saw them there; the words are those of `shapes.py`."""

CLASSES: dict[str, dict[str, str]] = {
    "events.EventEmitter": {
        "constructor": "EventEmitter/0",
        "without new": "",
        "statics": "listenerCount/2",
        "own": "domain _events? _maxListeners",
        "members": (
            "setMaxListeners/1 emit/1 addListener/2 on/2 once/2 removeListener/2 removeAllListeners/1"
            " listeners/1"
        ),
    },
    # -- streams ---------------------------------------------------------------------------------------
    "stream.Stream": {
        "constructor": "Stream/0",
        "without new": "",
        "members": "pipe/2",
    },
    "stream.Readable": {
        "constructor": "Readable/1",
        "own": "_readableState readable *events.EventEmitter",
        "members": (
            "push/2 unshift/1 setEncoding/1 read/1 _read/1 pipe/2 unpipe/1 on/2 addListener/2 resume/0"
            " pause/0 wrap/1"
        ),
    },
    "stream.Writable": {
        "constructor": "Writable/1",
        "own": "_writableState writable *events.EventEmitter",
        "members": "pipe/0 write/3 _write/3 end/3",
    },
    "stream.Duplex": {
        "constructor": "Duplex/1",
        "own": "*stream.Readable _writableState writable allowHalfOpen",
        "members": "write/3 _write/3 end/3",
    },
    "stream.Transform": {
        "constructor": "Transform/1",
        "own": "*stream.Duplex _transformState",
        "members": "push/2 _transform/3 _write/3 _read/1",
    },
    "stream.PassThrough": {
        "constructor": "PassThrough/1",
        "members": "_transform/3",
    },
    "stream_state.ReadableStateView": {
        "constructor": "ReadableState/2",
        "own": (
            "highWaterMark buffer length pipes pipesCount flowing ended endEmitted reading calledRead"
            " sync needReadable emittedReadable readableListening objectMode defaultEncoding ranOut"
            " awaitDrain readingMore decoder encoding"
        ),
        "members": "",
    },
    "stream_state.WritableStateView": {
        "constructor": "WritableState/2",
        "own": (
            "highWaterMark objectMode needDrain ending ended finished decodeStrings defaultEncoding"
            " length writing sync bufferProcessing onwrite writecb writelen buffer"
        ),
        "members": "",
    },
    "stream_state.TransformStateView": {
        "constructor": "TransformState/2",
        "own": "afterTransform needTransform transforming writecb writechunk writeencoding+",
        "members": "",
    },
    # -- sockets and servers -----------------------------------------------------------------------------
    "net.server.Server": {
        "constructor": "Server/0",
        "own": (
            "*events.EventEmitter _connections connections() _handle _usingSlaves=false _slaves=[]"
            " allowHalfOpen maxConnections+"
        ),
        "members": (
            "-_listen2/5 listen/0 address/0 getConnections/1 close/1 -_emitCloseIfDrained/0"
            " -listenFD:deprecated/0 -_setupSlave/1 ref/0 unref/0"
        ),
    },
    "net.socket.Socket": {
        "constructor": "Socket/1",
        "own": (
            "_connecting _handle *stream.Duplex onend=null destroyed errorEmitted=false bytesRead"
            ' _bytesDispatched=0 _pendingData=null _pendingEncoding=""'
        ),
        "members": (
            "read/1 -listen/0 setTimeout/2 -_onTimeout/0 setNoDelay/1 setKeepAlive/2 address/0 _read/1"
            " end/2 destroySoon/0 -_destroy/2 destroy/1 -_getpeername/0 remoteAddress remotePort"
            " -_getsockname/0 localAddress localPort write/3 _write/3 bytesWritten connect/2 ref/0 unref/0"
        ),
    },
    # -- http --------------------------------------------------------------------------------------------
    "http.agent.Agent": {
        "constructor": "Agent/1",
        "without new": "on",
        "statics": "super_ defaultMaxSockets",
        "own": "*events.EventEmitter options requests sockets maxSockets createConnection",
        "members": "defaultPort addRequest/4 createSocket/5 removeSocket/5",
    },
    "https.Agent": {
        "constructor": "Agent/1",
        "without new": "on",
        "members": "defaultPort",
    },
    "http.server.Server": {
        "constructor": "Server/1",
        "own": "*net.server.Server httpAllowHalfOpen=false timeout maxConnections+",
        "members": "setTimeout/2",
    },
    "tls.server.Server": {
        "constructor": "Server/0",
        "own": (
            "_contexts=[] requestCert rejectUnauthorized pfx key passphrase cert ca secureProtocol crl"
            " ciphers secureOptions NPNProtocols SNICallback sessionIdContext *net.server.Server"
        ),
        "members": "setOptions/1 addContext/2 SNICallback/1",
    },
    "https.Server": {
        "constructor": "Server/2",
        "own": "*tls.server.Server httpAllowHalfOpen=false maxConnections+",
        "members": "",
    },
    # -- messages ----------------------------------------------------------------------------------------
    "http.incoming.IncomingMessage": {
        "constructor": "IncomingMessage/1",
        "without new": "",
        "own": (
            "*stream.Readable socket connection httpVersion complete headers trailers _pendings=[]"
            " _pendingIndex=0 url method statusCode client _consuming=false _dumped=false httpVersionMajor"
            " httpVersionMinor upgrade"
        ),
        "members": "setTimeout/2 read/1 _read/1 destroy/1 -_addHeaderLine/2 -_dump/0",
    },
    "http.outgoing.OutgoingMessage": {
        "constructor": "OutgoingMessage/0",
        "without new": "",
        "own": (
            "*events.EventEmitter output outputEncodings writable _last chunkedEncoding shouldKeepAlive"
            ' useChunkedEncodingByDefault sendDate _hasBody _trailer="" finished _hangupClose=false socket'
            " connection"
        ),
        "members": (
            "setTimeout/2 destroy/1 _send/2 -_writeRaw/2 -_buffer/2 _storeHeader/2 setHeader/2"
            " getHeader/1 removeHeader/1 _renderHeaders/0 headersSent write/2 addTrailers/1 end/2"
            " -_finish/0 -_flush/0"
        ),
    },
    "http.response.ServerResponse": {
        "constructor": "ServerResponse/1",
        "without new": "",
        "members": (
            "statusCode assignSocket/1 detachSocket/1 writeContinue/0 _implicitHeader/0 writeHead/1"
            " writeHeader/0"
        ),
    },
    "http.client.ClientRequest": {
        "constructor": "ClientRequest/2",
        "without new": "getHeader",
        "own": "*http.outgoing.OutgoingMessage agent socketPath method path",
        "members": (
            "_implicitHeader/0 abort/0 onSocket/1 -_deferToConnect/3 setTimeout/2 setNoDelay/0"
            " setSocketKeepAlive/0 -clearTimeout/1"
        ),
    },
    "http.deprecated.OldClient": {
        "constructor": "Client/2",
        "own": "*events.EventEmitter host port agent",
        "members": "request/3",
    },
    # -- files, processes, timers ------------------------------------------------------------------------
    "fs.streams.ReadStream": {
        "constructor": "ReadStream/2",
        "own": "*stream.Readable path fd flags mode start end autoClose pos",
        "members": "open/0 _read/1 destroy/0 close/1",
    },
    "fs.streams.WriteStream": {
        "constructor": "WriteStream/2",
        "own": "*stream.Writable path fd flags mode start pos bytesWritten",
        "members": "open/0 _write/3 destroy/0 close/1 destroySoon/3",
    },
    "fs.sync_stream.SyncWriteStream": {
        "constructor": "SyncWriteStream/1",
        "without new": "",
        "own": "*events.EventEmitter fd writable readable",
        "members": "write/3 end/3 destroy/0 destroySoon/0",
    },
    "fs.stats.Stats": {
        "constructor": "/0",
        "members": (
            "_checkModeProperty/1 isDirectory/0 isFile/0 isBlockDevice/0 isCharacterDevice/0"
            " isSymbolicLink/0 isFIFO/0 isSocket/0"
        ),
    },
    "fs.watching.FSWatcher": {
        "constructor": "FSWatcher/0",
        "own": "*events.EventEmitter",
        "members": "-start/2 close/0",
    },
    "fs.watching.StatWatcher": {
        "constructor": "StatWatcher/0",
        "own": "*events.EventEmitter",
        "members": "-start/3 stop/0",
    },
    "child_process.process.ChildProcess": {
        "constructor": "ChildProcess/0",
        "own": ("*events.EventEmitter connected signalCode exitCode killed pid stdin stdout stderr stdio"),
        "members": "-spawn/1 kill/1 ref/0 unref/0",
    },
    "eratools.jshost.process_0_10.Process": {
        "constructor": "process/0",
        "own": (
            "title version moduleLoadList versions arch platform argv execArgv env pid features"
            " _needImmediateCallback=false execPath debugPort reallyExit abort chdir cwd umask getuid"
            " setuid setgid getgid getgroups setgroups initgroups hrtime uptime memoryUsage binding"
            " _events domain _maxListeners EventEmitter _exiting assert config nextTick maxTickDepth"
            " stdout() stderr() stdin() openStdin exit kill addListener on removeListener mainModule"
        ),
        "members": "",
    },
    "domain.Domain": {
        "constructor": "Domain/0",
        "without new": "",
        "own": "*events.EventEmitter members",
        "members": "enter/0 exit/0 add/1 remove/1 run/1 intercept/1 bind/2 dispose/0",
    },
    "readline.Interface": {
        "constructor": "Interface/4",
        "members": (
            "setPrompt/2 _setRawMode/1 prompt/1 question/2 _onLine/1 _refreshLine/0 close/0 pause/0 resume/0"
            " write/2 _insertString/1 _tabComplete/0 _deleteRight/0 clearLine/0 _line/0 _moveCursor/1"
            " _ttyWrite/2"
        ),
    },
    "string_decoder.StringDecoder": {
        "constructor": "/1",
        "without new": "",
        "members": "write/1 -detectIncompleteChar/1 end/1",
    },
    "url.Url": {
        "constructor": "Url/0",
        "without new": "",
        "members": "parse/3 format/0 resolve/1 resolveObject/1 parseHost/0",
    },
    "timers.Timeout": {
        "constructor": "/1",
        "own": "_idleTimeout _idlePrev=null _idleNext=null _onTimeout _repeat",
        "members": "unref/0 ref/0 close/0",
    },
    # -- cryptography --------------------------------------------------------------------------------------
    "crypto.ciphers.Cipher": {
        "constructor": "Cipher/3",
        "members": "_transform/3 _flush/1 update/3 final/1 setAutoPadding/1",
    },
    "crypto.ciphers.Cipheriv": {
        "constructor": "Cipheriv/4",
        "members": "_transform/3 _flush/1 update/3 final/1 setAutoPadding/1",
    },
    "crypto.ciphers.Decipher": {
        "constructor": "Decipher/3",
        "members": "_transform/3 _flush/1 update/3 final/1 finaltol/1 setAutoPadding/1",
    },
    "crypto.ciphers.Decipheriv": {
        "constructor": "Decipheriv/4",
        "members": "_transform/3 _flush/1 update/3 final/1 finaltol/1 setAutoPadding/1",
    },
    "crypto.hashes.Hash": {
        "constructor": "Hash/2",
        "members": "_transform/3 _flush/1 update/2 digest/1",
    },
    "crypto.hashes.Hmac": {
        "constructor": "Hmac/3",
        "members": "update/2 digest/1 _flush/1 _transform/3",
    },
    "crypto.signing.Sign": {
        "constructor": "Sign/2",
        "own": "_binding={} *stream.Writable",
        "members": "_write/3 update/2 sign/2",
    },
    "crypto.signing.Verify": {
        "constructor": "Verify/2",
        "own": "_binding={} *stream.Writable",
        "members": "_write/3 update/2 verify/3",
    },
    "crypto.diffie_hellman.DiffieHellman": {
        "constructor": "DiffieHellman/2",
        "own": "_binding={}",
        "members": (
            "generateKeys:dhGenerateKeys/1 computeSecret:dhComputeSecret/3 getPrime:dhGetPrime/1"
            " getGenerator:dhGetGenerator/1 getPublicKey:dhGetPublicKey/1 getPrivateKey:dhGetPrivateKey/1"
            " setPublicKey/2 setPrivateKey/2"
        ),
    },
    "crypto.diffie_hellman.DiffieHellmanGroup": {
        "constructor": "DiffieHellmanGroup/1",
        "own": "_binding={}",
        "members": (
            "generateKeys:dhGenerateKeys/1 computeSecret:dhComputeSecret/3 getPrime:dhGetPrime/1"
            " getGenerator:dhGetGenerator/1 getPublicKey:dhGetPublicKey/1 getPrivateKey:dhGetPrivateKey/1"
        ),
    },
    "crypto.credentials.Credentials": {"constructor": "Credentials/3", "members": ""},
    # -- compression ---------------------------------------------------------------------------------------
    "zlib.streams.Zlib": {
        "constructor": "Zlib/2",
        "own": (
            "_opts={} _chunkSize=16384 *stream.Transform _flushFlag=0 _hadError=false _offset=0 _closed=false"
        ),
        "members": "reset:reset/0 _flush/1 flush/1 close/1 _transform/3",
    },
    "zlib.streams.Deflate": {"constructor": "Deflate/1"},
    "zlib.streams.Inflate": {"constructor": "Inflate/1"},
    "zlib.streams.Gzip": {"constructor": "Gzip/1"},
    "zlib.streams.Gunzip": {"constructor": "Gunzip/1"},
    "zlib.streams.DeflateRaw": {"constructor": "DeflateRaw/1"},
    "zlib.streams.InflateRaw": {"constructor": "InflateRaw/1"},
    "zlib.streams.Unzip": {"constructor": "Unzip/1"},
}

MODULES: dict[str, str] = {
    "stream": "super_ Readable Writable Duplex Transform PassThrough Stream",
    "child_process": "fork/1 -_forkChild/1 exec/1 execFile/1 spawn/3",
    "crypto": (
        "DEFAULT_ENCODING Credentials createCredentials/2 Hash createHash:Hash/2 Hmac createHmac:Hmac/3"
        " Cipher createCipher:Cipher/3 Cipheriv createCipheriv:Cipheriv/4 Decipher"
        " createDecipher:Decipher/3 Decipheriv createDecipheriv:Decipheriv/4 Sign createSign:Sign/2 Verify"
        " createVerify:Verify/2 DiffieHellman createDiffieHellman:DiffieHellman/2"
        " getDiffieHellman:DiffieHellmanGroup/1 createDiffieHellmanGroup:DiffieHellmanGroup/1"
        " DiffieHellmanGroup pbkdf2/5 pbkdf2Sync/4 randomBytes/0 pseudoRandomBytes/0 rng/0 prng/0"
        " getCiphers/0 getHashes/0"
    ),
    "dns": (
        "lookup/3 resolve4:query/2 resolve6:query/2 resolveCname:query/2 resolveMx:query/2"
        " resolveNs:query/2 resolveTxt:query/2 resolveSrv:query/2 resolveNaptr:query/2 reverse:query/2"
        " resolve/3 NODATA FORMERR SERVFAIL NOTFOUND NOTIMP REFUSED BADQUERY ADNAME BADFAMILY BADRESP"
        " CONNREFUSED TIMEOUT EOF FILE NOMEM DESTRUCTION BADSTR BADFLAGS NONAME BADHINTS NOTINITIALIZED"
        " LOADIPHLPAPI ADDRGETNETWORKPARAMS CANCELLED"
    ),
    "domain": "Domain createDomain/1 create/1 _stack active",
    "events": "usingDomains EventEmitter",
    "fs": (
        "Stats/0 exists/2 existsSync/1 readFile/3 readFileSync/2 close/2 closeSync/1 open/4 openSync/3"
        " read/6 readSync/5 write/6 writeSync/5 rename/3 renameSync/2 truncate/3 truncateSync/2"
        " ftruncate/3 ftruncateSync/2 rmdir/2 rmdirSync/1 fdatasync/2 fdatasyncSync/1 fsync/2 fsyncSync/1"
        " mkdir/3 mkdirSync/2 readdir/2 readdirSync/1 fstat/2 lstat/2 stat/2 fstatSync/1 lstatSync/1"
        " statSync/1 readlink/2 readlinkSync/1 symlink/4 symlinkSync/3 link/3 linkSync/2 unlink/2"
        " unlinkSync/1 fchmod/3 fchmodSync/2 chmod/3 chmodSync/2 fchown/4 fchownSync/3 chown/4 chownSync/3"
        " _toUnixTimestamp:toUnixTimestamp/1 utimes/4 utimesSync/3 futimes/4 futimesSync/3 writeFile/4"
        " writeFileSync/3 appendFile/4 appendFileSync/3 watch/1 watchFile/1 unwatchFile/2"
        " realpathSync:realpathSync/2 realpath:realpath/3 createReadStream/2 ReadStream"
        " FileReadStream:ReadStream/2 createWriteStream/2 WriteStream FileWriteStream:WriteStream/2"
        " SyncWriteStream"
    ),
    "http": (
        "parsers STATUS_CODES IncomingMessage OutgoingMessage ServerResponse Agent globalAgent"
        " ClientRequest request/2 get/2 Server createServer/1 _connectionListener:connectionListener/1"
        " Client:deprecated/0 createClient:deprecated/0"
    ),
    "https": "Server createServer/2 globalAgent Agent request/2 get/2",
    "net": (
        "createServer/0 createConnection/0 connect/0 -_normalizeConnectArgs:normalizeConnectArgs/1 Socket"
        " Stream:Socket/1 Server -_createServerHandle/4 isIP/0 isIPv4/1 isIPv6/1"
        " -_setSimultaneousAccepts/1"
    ),
    "os": (
        "endianness/0 hostname/0 loadavg/0 uptime/0 freemem/0 totalmem/0 cpus/0 type/0 release/0"
        " networkInterfaces/0 arch/0 platform/0 tmpdir/0 tmpDir/0 getNetworkInterfaces:deprecated/0 EOL"
    ),
    "punycode": "version ucs2 decode:decode/1 encode:encode/1 toASCII:toASCII/1 toUnicode:toUnicode/1",
    "querystring": "unescapeBuffer/2 unescape/2 escape/1 encode/4 stringify/4 decode/4 parse/4",
    "readline": (
        "createInterface/4 Interface emitKeypressEvents:emitKeypressEvents/1 cursorTo:cursorTo/3"
        " moveCursor:moveCursor/3 clearLine:clearLine/2 clearScreenDown:clearScreenDown/1"
    ),
    "string_decoder": "StringDecoder/1",
    "timers": (
        "unenroll/1 enroll/2 active/1 setTimeout/2 clearTimeout/1 setInterval/2 clearInterval/1"
        " setImmediate/1 clearImmediate/1 _unrefActive/1"
    ),
    "tls": (
        "CLIENT_RENEG_LIMIT CLIENT_RENEG_WINDOW SLAB_BUFFER_SIZE getCiphers/0"
        " checkServerIdentity:checkServerIdentity/2 createSecurePair/4 Server createServer/2 connect/0"
    ),
    "url": "parse:urlParse/3 resolve:urlResolve/2 resolveObject:urlResolveObject/2 format:urlFormat/1 Url",
    "zlib": (
        "-Zlib Z_NO_FLUSH Z_PARTIAL_FLUSH Z_SYNC_FLUSH Z_FULL_FLUSH Z_FINISH Z_BLOCK Z_OK Z_STREAM_END"
        " Z_NEED_DICT Z_ERRNO Z_STREAM_ERROR Z_DATA_ERROR Z_MEM_ERROR Z_BUF_ERROR Z_VERSION_ERROR"
        " Z_NO_COMPRESSION Z_BEST_SPEED Z_BEST_COMPRESSION Z_DEFAULT_COMPRESSION Z_FILTERED Z_HUFFMAN_ONLY"
        " Z_RLE Z_FIXED Z_DEFAULT_STRATEGY ZLIB_VERNUM ZLIB_VERSION Z_MIN_WINDOWBITS Z_MAX_WINDOWBITS"
        " Z_DEFAULT_WINDOWBITS Z_MIN_CHUNK Z_MAX_CHUNK Z_DEFAULT_CHUNK Z_MIN_MEMLEVEL Z_MAX_MEMLEVEL"
        " Z_DEFAULT_MEMLEVEL Z_MIN_LEVEL Z_MAX_LEVEL Z_DEFAULT_LEVEL codes Deflate Inflate Gzip Gunzip"
        " DeflateRaw InflateRaw Unzip createDeflate/1 createInflate/1 createDeflateRaw/1"
        " createInflateRaw/1 createGzip/1 createGunzip/1 createUnzip/1 deflate/2 gzip/2 deflateRaw/2"
        " unzip/2 inflate/2 gunzip/2 inflateRaw/2"
    ),
    "path": (
        "resolve/0 normalize/1 join/0 relative/2 sep delimiter dirname/1 basename/2 extname/1"
        " exists:deprecated/0 existsSync:deprecated/0 _makeLong/1"
    ),
    "vm": (
        "Script:Script/3 createScript/3 createContext/0 runInContext/0 runInThisContext/0 runInNewContext/0"
    ),
    "util": (
        "format/1 deprecate/2 print/0 puts/0 debug/1 error/1 inspect:inspect/2 isArray:isArray/1"
        " isRegExp:isRegExp/1 isDate:isDate/1 isError:isError/1 p:deprecated/0 log/1 exec:deprecated/0"
        " pump:deprecated/0 inherits/2 _extend/2"
    ),
    "assert": (
        "AssertionError fail:fail/5 ok:ok/2 equal:equal/3 notEqual:notEqual/3 deepEqual:deepEqual/3"
        " notDeepEqual:notDeepEqual/3 strictEqual:strictEqual/3 notStrictEqual:notStrictEqual/3 throws/3"
        " doesNotThrow/2 ifError/1"
    ),
    "tty": "isatty/1 setRawMode:deprecated/0 ReadStream WriteStream",
    # Stacks tell the functions of `module` by their own names.
    "module": (
        "_contextLoad _cache _pathCache _extensions globalPaths wrapper wrap _debug _realpathCache"
        " _findPath _nodeModulePaths _resolveLookupPaths _load _resolveFilename runMain _initPaths"
        " requireRepl Module"
    ),
}

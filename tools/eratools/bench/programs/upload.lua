-- What wrk sends to a server that takes bodies.
wrk.method = "PUT"
wrk.body = string.rep("x", 1048576)

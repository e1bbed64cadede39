"""The gevent connection core that every generation of `eras` stands on."""

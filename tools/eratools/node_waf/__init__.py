"""`node-waf`: builds the addons of Node 0.1 as their `wscript` says, with the system's C++ compiler."""

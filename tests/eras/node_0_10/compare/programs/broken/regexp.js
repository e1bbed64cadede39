var a = /abc

var a = "abc

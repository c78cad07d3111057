"""Compiles and imports what it is told to, and says how each went. Runs isolated, with limits, and writes nothing.

Told by a file: lines of "root DIRECTORY", "path DIRECTORY", "ours MODULE", "compile FILE", "import MODULE". Says lines
of the word that it was given and fields between tabs; "end" is the last of them, so that a package that ends the
interpreter while it is imported does not pass.
"""

import importlib
import os
import sys
import traceback
import warnings

word, told = sys.argv[1:3]
sys.argv = [""]
out = os.dup(1)
sys.dont_write_bytecode = True
todo = [line.split(" ", 1) for line in open(told, encoding="utf-8").read().splitlines()]
root = next(value for key, value in todo if key == "root") + "/"


def asked(key):
    return [value for each, value in todo if each == key]


def say(*fields):
    line = "\t".join(str(each).encode("unicode_escape").decode("ascii") for each in fields)
    os.write(out, ("\n%s\t%s\n" % (word, line)).encode("ascii"))


def is_ours(name):
    return any(name == each or name.startswith(each + ".") for each in asked("ours"))


def first_line(error):
    return (str(error).replace(root, "").splitlines() or [""])[0][:300]


for path in asked("compile"):
    try:
        with open(root + path, "rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(file.read(), path, "exec", dont_inherit=True)
    except SyntaxError as error:
        say("uncompiled", "%s line %s: %s" % (path, error.lineno, error.msg), (error.text or "").strip()[:300])
    except BaseException as error:
        say("uncompiled", "%s: %s %s" % (path, type(error).__name__, first_line(error)), "")

sys.path[:0] = asked("path")
for name in asked("import"):
    say("importing", name)
    try:
        importlib.import_module(name)
    except BaseException as error:
        missing = isinstance(error, ModuleNotFoundError) and error.name and not is_ours(error.name)
        frames = [each for each in traceback.extract_tb(error.__traceback__) if each.filename.startswith(root)]
        where = "%s line %s: %s" % (frames[-1].filename[len(root):], frames[-1].lineno, frames[-1].line) if frames else ""
        if isinstance(error, SyntaxError) and error.filename:
            where = "%s line %s" % (error.filename.replace(root, ""), error.lineno)
        kind = "missing" if missing else type(error).__name__
        say("failed", name, kind, "%s: %s" % (type(error).__name__, first_line(error)), where[:300])
say("end")
# Threads that an import started would be waited for.
os._exit(0)

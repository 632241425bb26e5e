# check: stderr
# The compiler's warnings of code compiled while the program runs go to sys.stderr.
import sys
for i in range(2):
    exec("x = 1\nx is 2")
eval("1 is 2 or '\\d'")
compile("'\\q' f'\\w{1}'\nrb'\\d'\nassert (1, 2)\n'\\q'", "<made>", "exec")
try:
    exec("'\\z'\nx = = 2")
except SyntaxError as e:
    print(e)  # expect: invalid syntax (<string>, line 2)


class Sink:
    def __init__(self):
        self.text = ''

    def write(self, s):
        self.text += s


old, sys.stderr = sys.stderr, Sink()
exec("() is ()")
sink, sys.stderr = sys.stderr, old
print(repr(sink.text))  # expect: '<string>:1: SyntaxWarning: "is" with \'tuple\' literal. Did you mean "=="?\n'
# expect stderr: <string>:2: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
# expect stderr: <string>:2: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
# expect stderr: <string>:1: SyntaxWarning: invalid escape sequence '\d'
# expect stderr: <string>:1: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
# expect stderr: <made>:1: SyntaxWarning: invalid escape sequence '\q'
# expect stderr: <made>:1: SyntaxWarning: invalid escape sequence '\w'
# expect stderr: <made>:4: SyntaxWarning: invalid escape sequence '\q'
# expect stderr: <made>:3: SyntaxWarning: assertion is always true, perhaps remove parentheses?
# expect stderr: <string>:1: SyntaxWarning: invalid escape sequence '\z'

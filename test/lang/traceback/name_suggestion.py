# check: stderr
counter = 1
print(countr)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/name_suggestion.py", line 3, in <module>
# expect stderr:     print(countr)
# expect stderr:           ^^^^^^
# expect stderr: NameError: name 'countr' is not defined. Did you mean: 'counter'?
# expect error: NameError: name 'countr' is not defined. Did you mean: 'counter'?

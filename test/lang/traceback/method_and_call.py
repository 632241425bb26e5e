# check: stderr
class A:
    def run(self, n):
        value = self.step(n, key="k")
        return value
    def step(self, n, key):
        return {"a": 1}[key]
A().run(3)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "test/lang/traceback/method_and_call.py", line 8, in <module>
# expect stderr:     A().run(3)
# expect stderr:     ~~~~~~~^^^
# expect stderr:   File "test/lang/traceback/method_and_call.py", line 4, in run
# expect stderr:     value = self.step(n, key="k")
# expect stderr:   File "test/lang/traceback/method_and_call.py", line 7, in step
# expect stderr:     return {"a": 1}[key]
# expect stderr:            ~~~~~~~~^^^^^
# expect stderr: KeyError: 'k'
# expect error: KeyError: 'k'

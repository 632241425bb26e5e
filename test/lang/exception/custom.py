class AppError(Exception):
    pass
class CodeError(AppError):
    def __init__(self, code, msg="m"):
        super().__init__(msg)
        self.code = code
    def __str__(self):
        return f"[{self.code}] {self.args[0]}"
try:
    raise CodeError(7, "oops")
except AppError as e:
    print(e, e.code, e.args, repr(e), isinstance(e, Exception))  # expect: [7] oops 7 ('oops',) CodeError('oops') True

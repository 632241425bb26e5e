try:
    raise ValueError("v")
except ValueError as e:
    print(e.__traceback__ is not None, e.__traceback__.tb_lineno)  # expect: True 2
    e.add_note("hint")
    print(e.__notes__)  # expect: ['hint']

import numpy_like_thing
# expect error: ModuleNotFoundError: No module named 'numpy_like_thing'

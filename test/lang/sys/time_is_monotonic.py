import time
a = time.perf_counter()
b = time.perf_counter()
print(b >= a, type(a).__name__, type(time.time()).__name__, time.monotonic() <= time.monotonic(), type(time.perf_counter_ns()).__name__)  # expect: True float float True int

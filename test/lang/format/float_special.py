i, n = float("inf"), float("nan")
print(f"{i} {-i:.2f} {n:f} {n:10} {i:+} {i:010} {-0.0:.1f} {-0.0:+g} {-0.001:.1f} {i:E} {n:F}")  # expect: inf -inf nan        nan +inf 0000000inf -0.0 -0 -0.0 INF NAN

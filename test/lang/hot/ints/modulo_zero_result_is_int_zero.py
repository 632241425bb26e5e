# A remainder of 0 from a negative number must not be a negative zero.
text = ""
for i in range(-600, 1):
    r = i % 3
    if r == 0:
        text = str(r) + repr(r / 1) + repr(0 * -i) + repr(-(i % 3))
print(text)  # expect: 00.000

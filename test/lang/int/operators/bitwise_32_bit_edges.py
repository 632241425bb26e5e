# Results that a 32-bit operation would get wrong.
print(0x80000000 & 0xffffffff, 0x80000000 | 0, 0xffffffff ^ 0)  # expect: 2147483648 2147483648 4294967295
print(1 << 31, 1 << 32, 1 << 33, 0xffffffff >> 1, ~0xffffffff)  # expect: 2147483648 4294967296 8589934592 2147483647 -4294967296
print(-0x80000000 & 0x7fffffff, 0x100000000 & 0x100000001)  # expect: 0 4294967296

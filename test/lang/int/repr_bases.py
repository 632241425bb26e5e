print(bin(10), oct(64), hex(255), bin(-5), hex(-255), hex(2 ** 70), oct(0))  # expect: 0b1010 0o100 0xff -0b101 -0xff 0x400000000000000000 0o0

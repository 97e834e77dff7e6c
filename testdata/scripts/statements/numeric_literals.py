# Numbers in every notation.
print(0, 00, 1_000, 1_0_0, 0xFF, 0XdeadBEEF, 0x_ff, 0o17, 0O7_7, 0b1011, 0B1, 0b_1)
print(1.0, 1., .5, 0.5e1, 1e3, 1E-3, 1_0.0_1, 1e+2, 0e0, 00.5, 09.5, 1_0e1_0)
print(10 ** 30, 2 ** 100, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -1 ** 0.5)
print(123456789012345678901234567890, 0xFFFFFFFFFFFFFFFFFFFF, -0, -0.0, +5, --5, ~5, -~5, not 0)
print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, -7.5 % 2, 7.5 // 2, 1 / 2, 4 / 2, 2 ** 0.5)
print(1 << 10, 1024 >> 3, -5 >> 1, 6 & 3, 6 | 3, 6 ^ 3, -6 & 0xFF, 1 << 70)
print(1.5 + 1, True + 1, True * 2.5, 3 - True, 10 / 4, 1e308 * 10, -1e308 * 10, 5 % 2.5)
print(1j, 2 + 3j, (1 + 2j) * (3 - 1j), 1.5e3j, abs(3 + 4j), (2 + 0j).real, 0J)
print(1 .real, 1.0.is_integer(), (5).bit_length(), 0x10.bit_length(), 1..hex() if True else 0)
print(100000000000000000.0, 1e16, 1e15, 123456789.123456789, 1e-4, 1e-5, 0.1 + 0.2, 1e22, 1e23, 5e-324, 1.7976931348623157e308)
print(3.0, 1e0, 2.50, float(10 ** 15), float(10 ** 16), 1 / 3, 2 / 3, 100 / 3, 1e100)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(5, -1), round(15, -1), round(1e20))
print(divmod(7, -2), divmod(-7.5, 2), divmod(2 ** 70, 3), pow(2, 10, 1000), pow(3, -1, 7))
print(0.1 == 0.10000000000000001, 1e400, -1e400, 1e-400, 0xE + 1, 0xe+1, 1e1+1)
print(1 if 0b1 else 2, [1,2,3][0b1], [0][-0], 1_000 == 1000, 0_0)
print(int("1_000"), int("0x1F", 16), int("0b11", 0), int(" 42 "), int("-0o17", 0), int("z", 36))
for text in ("1__0", "_1", "1_", "0x", "", " ", "1.5", "0b2", "½", "1e3", "+-1", "٣"):
    try:
        print(repr(text), int(text, 0) if text[:1] == "0" else int(text))
    except ValueError as e:
        print(e)

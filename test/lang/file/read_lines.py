with open("examples/data/measurements-small.csv") as f:
    header = f.readline()
    rows = [line.split(",") for line in f]
print(header.strip(), len(rows), rows[0])  # expect: time,station,temperature_c,humidity_pct,resistance_ohm 2000 ['2023-01-01T00:00', 'S05', '22.378', '46.7', '108.6872\n']
with open("examples/data/measurements-small.csv", encoding="utf-8") as f:
    text = f.read()
print(len(text), text.count("\n"), f.closed)  # expect: 84032 2001 True

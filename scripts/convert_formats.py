"""Convert records among CSV, JSON and XML in a process pool, and check that each way round gives the same records.

    starpool convert_formats.py
"""

import csv
import io
import json
import xml.etree.ElementTree as ET
from concurrent.futures import ProcessPoolExecutor

FIELDS = ['id', 'name', 'city', 'amount']


def records(n):
    cities = ['Zürich', 'São Paulo', 'Kraków', 'New York, NY', 'O"Brien <&> Co']
    return [{'id': str(i), 'name': f'customer {i}', 'city': cities[i % 5], 'amount': f'{i * 1.25:.2f}'} for i in range(n)]


def to_csv(rows):
    out = io.StringIO(newline='')
    writer = csv.DictWriter(out, FIELDS)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def from_csv(text):
    return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=''))]


def to_xml(rows):
    root = ET.Element('customers')
    for row in rows:
        item = ET.SubElement(root, 'customer', id=row['id'])
        for field in FIELDS[1:]:
            ET.SubElement(item, field).text = row[field]
    ET.indent(root)
    return ET.tostring(root, encoding='unicode')


def from_xml(text):
    return [{'id': item.get('id'), **{field: item.findtext(field) for field in FIELDS[1:]}} for item in ET.fromstring(text).iter('customer')]


def to_json(rows):
    return json.dumps(rows, ensure_ascii=False, indent=1)


FORMATS = {'csv': (to_csv, from_csv), 'json': (to_json, json.loads), 'xml': (to_xml, from_xml)}


def convert(source, target, text):
    return FORMATS[target][0](FORMATS[source][1](text))


def main():
    rows = records(200)
    texts = {name: to(rows) for name, (to, _) in FORMATS.items()}
    with ProcessPoolExecutor(2) as pool:
        ways = [(a, b) for a in FORMATS for b in FORMATS if a != b]
        results = [pool.submit(convert, a, b, texts[a]) for a, b in ways]
        for (a, b), result in zip(ways, results):
            print(f'{a:>4} -> {b:<4} {len(result.result()):>6} characters, equal: {result.result() == texts[b]}')
    print(texts['xml'].splitlines()[9:12])


if __name__ == '__main__':
    main()

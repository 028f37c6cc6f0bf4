"""Draws the cost of an epoch against samples and weights: growth_figure.py TABLE SVG

Reads the table that `bench/run all` prints. Both axes are logarithmic, so what is proportional lies on a line of slope one;
a dashed one goes through the last point of each series.
"""

import math
import sys

WIDTH, HEIGHT = 860, 400
TOP, BOTTOM = 56, 64
PANELS = ((72, 400, "samples"), (492, 820, "weights"))
SERIES = (
    ("samples, 2-4-3-1", 0, "2-4-3-1", "#1b6ca8"),
    ("samples, 2-64-64-1", 0, "2-64-64-1", "#c8553d"),
    ("width", 1, "wider: 2-w-w-1, 1,000 samples", "#1b6ca8"),
    ("depth", 1, "deeper: 2-64-...-64-1, 1,000 samples", "#c8553d"),
)


def rows(path):
    with open(path, encoding="utf-8") as table:
        for line in list(table)[2:]:
            series, _, samples, weights, microseconds, _ = [cell.strip() for cell in line.strip(" |\n").split("|")]
            yield series, int(samples), int(weights), float(microseconds)


class Axis:
    """A logarithmic axis over whole powers of ten, unless the numbers span little."""

    def __init__(self, values, start, end):
        self.low = 10 ** math.floor(math.log10(min(values)))
        self.high = 10 ** math.ceil(math.log10(max(values)))
        self.start, self.end = start, end

    def place(self, value):
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self):
        tick = self.low
        while tick <= self.high * 1.001:
            yield tick
            tick *= 10


def label(value):
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def text(x, y, words, anchor="middle", extra=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{words}</text>'


def line(points, style):
    return f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" fill="none" {style}/>'


def reference(x_axis, y_axis, last):
    """The part of a line of slope one through a point that lies within the axes."""
    x, y = last
    low = max(x_axis.low, x * y_axis.low / y)
    high = min(x_axis.high, x * y_axis.high / y)
    ends = [(x_axis.place(at), y_axis.place(at * y / x)) for at in (low, high)]
    return line(ends, 'stroke="#999" stroke-dasharray="4 4"')


def panel(index, table, y_axis):
    left, right, name = PANELS[index]
    chosen = [(key, words, color) for key, panel_index, words, color in SERIES if panel_index == index]
    points = {key: sorted((row[1 + index], row[3]) for row in table if row[0] == key) for key, _, _ in chosen}
    x_axis = Axis([x for series in points.values() for x, _ in series], left, right)
    yield f'<rect x="{left}" y="{TOP}" width="{right - left}" height="{HEIGHT - TOP - BOTTOM}" fill="none" stroke="#bbb"/>'
    for tick in x_axis.ticks():
        yield text(x_axis.place(tick), HEIGHT - BOTTOM + 18, label(tick))
    for tick in y_axis.ticks():
        y = y_axis.place(tick)
        yield line([(left, y), (right, y)], 'stroke="#eee"')
        yield text(left - 6, y + 4, label(tick), "end")
    yield text((left + right) / 2, HEIGHT - BOTTOM + 40, name)
    for place, (key, words, color) in enumerate(chosen):
        yield reference(x_axis, y_axis, points[key][-1])
        places = [(x_axis.place(x), y_axis.place(y)) for x, y in points[key]]
        yield line(places, f'stroke="{color}" stroke-width="2"')
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>' for x, y in places)
        yield text(left + 12, TOP + 20 + 18 * place, words, "start", f' fill="{color}"')


def figure(table):
    y_axis = Axis([row[3] for row in table], HEIGHT - BOTTOM, TOP)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    yield text(PANELS[0][0], 24, "Microseconds of processor time per epoch; dashed: proportional", "start", ' font-size="15"')
    for index in range(len(PANELS)):
        yield from panel(index, table, y_axis)
    yield "</svg>"


def main():
    source, target = sys.argv[1:]
    with open(target, "w", encoding="utf-8", newline="\n") as svg:
        svg.write("\n".join(figure(list(rows(source)))) + "\n")


main()

import sharp from "sharp";

import type { DrawnScene } from "#db/seed/regions/demonstration";

const width = 960;
const height = 720;

type Point = readonly [x: number, y: number];
/** What is drawn: how far a point lies outside it, less than nothing inside, and the part of the canvas that it can lie in. In pixels. */
interface Shape {
  away: (x: number, y: number) => number;
  within: readonly [left: number, top: number, right: number, bottom: number];
}

const circle = ([cx, cy]: Point, radius: number): Shape => ({ within: [cx - radius, cy - radius, cx + radius, cy + radius], away: (x, y) => Math.hypot(x - cx, y - cy) - radius });
const ring = (centre: Point, radius: number, thick: number): Shape => {
  const { away } = circle(centre, radius);
  return { within: circle(centre, radius + thick / 2).within, away: (x, y) => Math.abs(away(x, y)) - thick / 2 };
};
const box = (left: number, top: number, right: number, bottom: number, round = 0): Shape => ({
  within: [left, top, right, bottom],
  away: (x, y) => {
    const dx = Math.max(left + round - x, x - right + round);
    const dy = Math.max(top + round - y, y - bottom + round);
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
  },
});
/** A straight stroke. */
const stroke = (thick: number, [ax, ay]: Point, [bx, by]: Point): Shape => ({
  within: [Math.min(ax, bx) - thick, Math.min(ay, by) - thick, Math.max(ax, bx) + thick, Math.max(ay, by) + thick],
  away: (x, y) => {
    const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) - thick / 2;
  },
});
/** All that lies under a line. */
const under = (line: (x: number) => number): Shape => ({ within: [0, line(0) - 40, width, height], away: (x, y) => line(x) - y });
/** A triangle with its top above the middle of its foot. */
const spire = (cx: number, top: number, foot: number, half: number): Shape => ({ within: [cx - half, top, cx + half, foot], away: (x, y) => Math.max(y - foot, Math.abs(x - cx) - (half * (y - top)) / (foot - top)) });

class Canvas {
  readonly pixels = Buffer.alloc(width * height * 3, 255);

  /** Lays a colour over a shape, softly at its edge; `fade` makes it thinner from place to place. */
  paint(colour: string, shape: Shape, fade: (x: number, y: number) => number = () => 1): this {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
    const [left, top, right, bottom] = shape.within;
    const [from, to] = [Math.max(0, Math.floor(left) - 1), Math.min(width, Math.ceil(right) + 2)];
    for (let y = Math.max(0, Math.floor(top) - 1); y < Math.min(height, bottom + 2); y += 1) {
      for (let x = from, at = (y * width + from) * 3; x < to; x += 1, at += 3) {
        const cover = Math.min(1, Math.max(0, 0.5 - shape.away(x, y))) * fade(x, y);
        if (cover <= 0) continue;
        this.pixels[at] = this.pixels[at]! + (r - this.pixels[at]!) * cover;
        this.pixels[at + 1] = this.pixels[at + 1]! + (g - this.pixels[at + 1]!) * cover;
        this.pixels[at + 2] = this.pixels[at + 2]! + (b - this.pixels[at + 2]!) * cover;
      }
    }
    return this;
  }
}

const everywhere = box(-9, -9, width + 9, height + 9);
const wave = (level: number, high: number, long: number, shift = 0) => (x: number) => level + high * Math.sin(x / long + shift);

function busStop(): Canvas {
  const canvas = new Canvas();
  canvas.paint("#8fc1e3", everywhere).paint("#fdf3dc", everywhere, (_, y) => Math.max(0, Math.min(1, (y - 40) / 380)));
  canvas.paint("#ffe9a8", circle([760, 150], 58));
  for (const [x, y, size] of [[180, 120, 34], [225, 105, 44], [275, 122, 36], [520, 80, 22], [552, 74, 28]] as const) canvas.paint("#ffffff", circle([x, y], size), () => 0.85);
  canvas.paint("#8aa88f", under(wave(388, 9, 60))).paint("#6d7f8d", box(596, 300, 628, 400)).paint("#56656f", spire(612, 208, 302, 22));
  canvas.paint("#a9bf6b", under(wave(404, 12, 190))).paint("#d9c26a", under(wave(446, 16, 150, 1))).paint("#8fae56", under(wave(498, 12, 210, 2)));
  for (let x = 30; x < 560; x += 64) canvas.paint("#6b5a45", box(x - 3, 370, x + 3, 420)).paint("#5f8a4a", spire(x, 262, 396, 19));
  canvas.paint("#777b80", under(() => 560)).paint("#f2ead6", box(0, 634, width, 642), (x) => (x % 120 < 70 ? 1 : 0)).paint("#9fb56a", under(() => 690));
  canvas.paint("#f3c331", box(218, 366, 762, 582, 26)).paint("#ffffff", box(218, 512, 762, 532));
  for (let x = 244; x < 640; x += 100) canvas.paint("#3f5a70", box(x, 398, x + 84, 478, 8));
  canvas.paint("#3f5a70", box(650, 398, 700, 560, 6)).paint("#3f5a70", box(712, 398, 752, 488, 8)).paint("#fff6cf", circle([748, 546], 10));
  canvas.paint("#39434c", circle([330, 588], 40)).paint("#39434c", circle([650, 588], 40)).paint("#c9ced2", circle([330, 588], 17)).paint("#c9ced2", circle([650, 588], 17));
  return canvas.paint("#4d545a", box(846, 380, 856, 640)).paint("#c4492f", box(808, 352, 894, 436, 12)).paint("#ffffff", box(826, 372, 876, 404, 6)).paint("#ffffff", circle([838, 414], 7)).paint("#ffffff", circle([864, 414], 7));
}

function redBike(): Canvas {
  const canvas = new Canvas();
  canvas.paint("#8a6a4a", everywhere);
  for (let x = 0; x < width; x += 96) canvas.paint(x % 192 === 0 ? "#94724f" : "#83633f", box(x, 0, x + 92, 560)).paint("#5c4630", box(x + 92, 0, x + 96, 560));
  canvas.paint("#6e5338", box(0, 96, width, 132)).paint("#6e5338", box(0, 400, width, 436)).paint("#b9ab93", under(wave(560, 4, 90))).paint("#a69880", under(wave(650, 8, 120, 2)));
  for (const x of [250, 700]) {
    canvas.paint("#8d8069", box(x - 130, 618, x + 130, 632, 7), () => 0.6).paint("#2f3337", ring([x, 480], 136, 16)).paint("#c9ccce", ring([x, 480], 124, 5));
    for (let turn = 0; turn < 12; turn += 1) canvas.paint("#c9ccce", stroke(2, [x, 480], [x + 122 * Math.cos((turn * Math.PI) / 6), 480 + 122 * Math.sin((turn * Math.PI) / 6)]));
    canvas.paint("#54595d", circle([x, 480], 13));
  }
  const red = "#c0342b";
  canvas.paint("#2f3337", ring([448, 500], 34, 8)).paint("#54595d", stroke(7, [250, 480], [448, 500]));
  canvas.paint(red, stroke(15, [250, 480], [448, 500])).paint(red, stroke(15, [448, 500], [404, 300])).paint(red, stroke(13, [404, 318], [250, 480])).paint(red, stroke(17, [448, 500], [530, 440])).paint(red, stroke(17, [530, 440], [640, 300]));
  canvas.paint(red, stroke(15, [626, 236], [700, 480])).paint("#54595d", stroke(10, [626, 236], [622, 208])).paint("#54595d", stroke(10, [622, 208], [560, 200])).paint("#3a2b20", stroke(18, [566, 200], [532, 208]));
  canvas.paint("#54595d", stroke(9, [404, 300], [398, 262])).paint("#3a2b20", stroke(28, [364, 250], [436, 256])).paint("#2f3337", stroke(9, [448, 500], [474, 552])).paint("#2f3337", stroke(12, [452, 554], [500, 554]));
  canvas.paint("#c79a57", box(626, 206, 742, 300, 12)).paint("#a37a3e", box(626, 232, 742, 238)).paint("#a37a3e", box(626, 262, 742, 268)).paint("#54595d", box(180, 326, 330, 336, 4));
  return canvas.paint("#fff0b8", circle([676, 330], 15));
}

/** A scene drawn from shapes, no photo of anybody or of any place; its bytes as a device would send them. */
export async function drawPicture(scene: DrawnScene): Promise<Buffer> {
  const { pixels } = scene === "bus-stop" ? busStop() : redBike();
  return sharp(pixels, { raw: { width, height, channels: 3 } }).png().toBuffer();
}

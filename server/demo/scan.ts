import { crc32, deflateSync } from 'node:zlib'
import { type Dice, diceFor } from './random.ts'

const WIDTH = 620
const HEIGHT = 876
type Colour = readonly [number, number, number]
const PAPER: Colour = [250, 247, 238]
const RED: Colour = [190, 40, 38]
const PRINT: Colour = [86, 88, 92]
const INK: Colour = [38, 52, 92]

type Sheet = { pixels: Buffer; dice: Dice }

/** A drawn stand-in for a scanned page: a red head, lines of print, and handwriting at the margin. The same key draws the same. */
export function drawScan(key: string): Buffer {
  const sheet: Sheet = { pixels: Buffer.alloc(WIDTH * HEIGHT * 3), dice: diceFor(`scan ${key}`) }
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) paint(sheet, at % WIDTH, Math.floor(at / WIDTH), PAPER)
  bar(sheet, { x: 150, y: 70, width: 320, height: 26 }, RED)
  bar(sheet, { x: 80, y: 132, width: 460, height: 3 }, RED)
  for (let line = 0; line < 14; line += 1) printLine(sheet, 330 + line * 34, line % 5 === 4 ? 260 : 460)
  for (let line = 0; line < 4; line += 1)
    handwriting(sheet, { x: 96, y: 172 + line * 34, length: line === 3 ? 150 : 420 })
  return pngOf(sheet.pixels)
}

function paint({ pixels }: Sheet, x: number, y: number, colour: Colour): void {
  if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT) return
  pixels.set(colour, (Math.round(y) * WIDTH + Math.round(x)) * 3)
}

type Box = { x: number; y: number; width: number; height: number }

function bar(sheet: Sheet, { x, y, width, height }: Box, colour: Colour): void {
  for (let row = y; row < y + height; row += 1)
    for (let column = x; column < x + width; column += 1) paint(sheet, column, row, colour)
}

/** Printed signs from afar: small dark blocks with gaps. */
function printLine(sheet: Sheet, y: number, length: number): void {
  for (let x = 80; x < 80 + length; x += 17) {
    const isGap = sheet.dice.chance(0.06)
    if (!isGap)
      for (const row of [0, 4, 8, 12]) bar(sheet, { x, y: y + row, width: sheet.dice.whole(9, 14), height: 2 }, PRINT)
  }
}

/** Strokes of a pen, a sign every so often, each of a few short curves. */
function handwriting(sheet: Sheet, { x: from, y, length }: { x: number; y: number; length: number }): void {
  for (let x = from; x < from + length; x += 29)
    for (let stroke = sheet.dice.whole(3, 6); stroke > 0; stroke -= 1) {
      const [fromX, fromY] = [x + sheet.dice.whole(0, 22), y + sheet.dice.whole(0, 24)]
      const [toX, toY] = [x + sheet.dice.whole(0, 22), y + sheet.dice.whole(0, 24)]
      const bend = sheet.dice.whole(-5, 5)
      for (let step = 0; step <= 40; step += 1) {
        const part = step / 40
        const [px, py] = [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part + bend * Math.sin(Math.PI * part)]
        for (const side of [0, 1]) paint(sheet, Math.floor(px) + side, Math.floor(py), INK)
      }
    }
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const EIGHT_BIT_COLOUR = Buffer.from([8, 2, 0, 0, 0])

function pngOf(pixels: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  const rows = Array.from({ length: HEIGHT }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * WIDTH * 3, (row + 1) * WIDTH * 3)]),
  )
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([head, EIGHT_BIT_COLOUR])),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

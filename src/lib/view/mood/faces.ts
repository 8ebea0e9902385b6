import creature from './creature.json';

export type Face = keyof typeof creature.faces;

export const FACE_WIDTH = creature.width;
export const FACE_HEIGHT = creature.height;

const DOT = 0.9;

/** The lit pixels of a face as one path, a square a pixel, in units of pixels. */
export function facePath(face: Face): string {
  let path = '';
  creature.faces[face].forEach((row, y) => {
    [...row].forEach((pixel, x) => {
      if (pixel === '#') path += `M${x} ${y}h${DOT}v${DOT}h-${DOT}z`;
    });
  });
  return path;
}

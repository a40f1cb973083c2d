let canvas: CanvasRenderingContext2D | null = null;

/** The width of a text in px as the chart writes it, a little on the wide side. */
export const textWidth = (text: string): number => {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (canvas === null) return text.length * 7.2;
  canvas.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(canvas.measureText(text).width) + 2;
};

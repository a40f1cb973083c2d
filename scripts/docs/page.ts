/** One rendered document. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

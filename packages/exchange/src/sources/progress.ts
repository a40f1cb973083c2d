/** How far reading is. */
export interface Progress {
  readonly file: string;
  /** Bytes of all files as they lie on disk (compressed where they are). */
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
}

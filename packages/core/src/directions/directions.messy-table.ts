export const MESSY_DIRECTIONS: readonly (readonly [text: string, reading: string])[] = [];

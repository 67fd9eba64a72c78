/** Bytes of the engine once unpacked; a host may send fewer, compressed. A test compares it with the file itself. */
export const ENGINE_BYTES = 34_242_586;

/** Ids that a client makes: 16 random bytes in hex, since plain http has no `randomUUID`. */
export const ID = /^[0-9a-f]{32}$/;

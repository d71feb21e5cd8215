/** Required by `.mocharc.soak.js` before anything else: makes this run the long one. */
process.env.SEATKIT_SOAK = '1';

/** Ends well where the server of this machine takes what is to be kept: `HEALTHCHECK` of the Dockerfile. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);

import { createContext, useContext } from "react";

/** The nonce of this response, for the scripts of hydrated pages; empty in the browser. */
export const NonceContext = createContext("");
export const useNonce = () => useContext(NonceContext);

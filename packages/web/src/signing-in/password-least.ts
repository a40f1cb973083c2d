/** How many signs a password has at least: the service asks for as many. */
export const PASSWORD_LEAST = 12;

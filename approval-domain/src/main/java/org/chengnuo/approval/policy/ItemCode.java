package org.chengnuo.approval.policy;

/**
 * The code of an item 事项. Codes differ by scheme and place: an opaque text with its scheme's name.
 *
 * @param scheme who gives the code, as in {@code cn-shanxi}
 */
public record ItemCode(String scheme, String code) {

    /**
     * @throws IllegalArgumentException if a part is empty, longer than 64 characters or has a colon
     */
    public ItemCode {
        scheme = part(scheme);
        code = part(code);
    }

    /** Reads {@code scheme:code}. */
    public static ItemCode of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "an item is written scheme:code, not «%.64s»".formatted(text));
        }
        return new ItemCode(text.substring(0, colon), text.substring(colon + 1));
    }

    private static String part(String text) {
        String part = text.strip();
        if (part.isEmpty() || part.length() > 64 || part.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "scheme and code of an item have 1 to 64 characters and no colon, not «%.64s»"
                            .formatted(text));
        }
        return part;
    }

    @Override
    public String toString() {
        return scheme + ":" + code;
    }
}

package org.chengnuo.approval.api.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal: by it a file is known again. */
final class ContentHash {

    private ContentHash() {}

    static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    static String of(byte[] bytes) {
        return of(begun(), bytes);
    }

    static String of(MessageDigest begun, byte... rest) {
        return HexFormat.of().formatHex(begun.digest(rest));
    }
}

package org.chengnuo.approval.commitment;

/**
 * Who signed the letter.
 *
 * @param name as on the letter
 */
public record Signer(String name, Capacity capacity) {

    /** In which capacity. */
    public enum Capacity {
        LEGAL_REPRESENTATIVE("法定代表人"),
        AUTHORISED("授权代表");

        private final String chinese;

        Capacity(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}

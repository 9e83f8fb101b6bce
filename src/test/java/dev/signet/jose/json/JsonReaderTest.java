package dev.signet.jose.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonReaderTest {

    @Test
    void everyJsonTypeIsParsed() throws Exception {
        Map<String, Object> members = JsonReader.object(
                " {\"s\":\"\\u00e9\\ud834\\udd1e\\\"\",\"i\":-7,\"d\":1.5,\"t\":true,\"f\":false,\"a\":[1,[]],\"o\":{\"x\":{}}} ");

        assertThat(members)
                .isEqualTo(Map.of(
                        "s",
                        "é𝄞\"",
                        "i",
                        -7L,
                        "d",
                        1.5,
                        "t",
                        true,
                        "f",
                        false,
                        "a",
                        List.of(1L, List.of()),
                        "o",
                        Map.of("x", Map.of())));
    }

    @Test
    void encodedJsonIsParsedToTheSameValues() throws Exception {
        Map<String, Object> members = Map.of(
                "text",
                "\"\\/\b\f\n\r\t\u007f\u2028é𝄞",
                "number",
                Long.MIN_VALUE,
                "nested",
                Map.of("a", List.of("b", 0L)));

        assertThat(JsonReader.object(JsonText.of(members))).isEqualTo(members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "1",
                "{",
                "{}{}",
                "{} x",
                "{},",
                "\uFEFF{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "{\"a\":null}",
                "{\"a\":[null]}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-INF}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":0x10}",
                "{\"a\":1e400}",
                "{\"a\":1e999999999}",
                "{\"a\":9223372036854775808}",
                "{\"a\":-9223372036854775809}",
                "{\"a\":100000000000000000000000000000000000000000000000000}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":'x'}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{/*c*/\"a\":1}",
                "{\"a\":1}//c",
                "{#c\n\"a\":1}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"\\ud800\":1}",
                "{\"a\":\"\\x41\"}",
                "{\"a\":\"\\'\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"x",
                "{\"a\":tru}",
                "{\"a\":True}",
                "{\"a\":undefined}"
            })
    void invalidJsonIsRejected(String json) {
        assertThatThrownBy(() -> JsonReader.object(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22ff227d", // invalid byte
                "7b2261223a22c0af227d", // overlong
                "7b2261223a22e08080227d", // overlong NUL
                "7b2261223a22eda080227d", // a surrogate as UTF-8
                "7b2261223a22f4908080227d", // above U+10FFFF
                "7b2261223a22e282227d", // cut off
                "efbbbf7b7d", // byte order mark
                "7b0022006100220000003a0031007d00", // UTF-16LE
                "007b0022006100220000003a0031007d", // UTF-16BE
                "7b0000007d000000" // UTF-32LE
            })
    void invalidUtf8IsRejected(String hex) {
        assertThatThrownBy(() -> JsonReader.object(HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedInputException.class);
    }

    @Test
    void deepNestingAndTooManyValuesAreRejected() {
        String deep = "{\"a\":".repeat(50) + "1" + "}".repeat(50);
        String arrays = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        String many = "{\"a\":[" + "1,".repeat(2000) + "1]}";
        String name = "{\"" + "a".repeat(300) + "\":1}";

        for (String json : List.of(deep, arrays, many, name)) {
            assertThatThrownBy(() -> JsonReader.object(json)).isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void messageDoesNotContainTheInput() {
        assertThatThrownBy(() -> JsonReader.object("{\"password\":hunter2}"))
                .hasMessageNotContainingAny("hunter2", "password");
    }
}

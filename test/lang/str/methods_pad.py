print("7".zfill(3), "-7".zfill(4), "ab".center(7, "*"), "ab".ljust(5) + "|", "ab".rjust(5), "a\tb".expandtabs(4))  # expect: 007 -007 ***ab** ab   |    ab a   b

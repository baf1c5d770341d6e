/// The area codes of the North American Numbering Plan that are not of the United States.
///
/// `+1` is shared by some twenty countries. A number counts as of the United States if its area code is possible there
/// (2 to 9, then no 9) and in none of these lists, so that area codes the United States add later need no change here.
/// Territories with a code of their own are left out, since WhatsApp's price markets keep them apart too
/// (reference/whatsapp-rules.md §4). Source: the area codes that the plan's administrator lists by country.
enum AreaCode {
    /// Whether `number`, `1` and ten more digits, has an area code of the United States.
    static func isUnitedStates(_ number: UInt64) -> Bool {
        guard number / 10_000_000_000 == 1 else { return false }
        let code = Int(number / 10_000_000 % 1_000)
        return code >= 200 && code / 10 % 10 != 9 && !elsewhere.contains(code)
    }

    private static let elsewhere: Set<Int> = canada.union(islands).union(territories).union(withoutPlace)

    private static let canada: Set<Int> = [
        204, 226, 236, 249, 250, 257, 263, 289, 306, 343, 354, 365, 367, 368, 382, 387, 403, 416, 418, 428, 431, 437,
        438,
        450, 460, 468, 474, 506, 514, 519, 537, 548, 568, 579, 581, 584, 587, 600, 604, 613, 622, 633, 639, 644, 647,
        655,
        672, 677, 683, 688, 705, 709, 742, 753, 778, 780, 782, 807, 819, 825, 867, 873, 879, 902, 905, 942,
    ]

    /// Bermuda and the countries of the Caribbean.
    private static let islands: Set<Int> = [
        242, 246, 264, 268, 284, 345, 441, 473, 649, 658, 664, 721, 758, 767, 784, 809, 829, 849, 868, 869, 876,
    ]

    /// Virgin Islands, Northern Marianas, Guam, American Samoa, Puerto Rico.
    private static let territories: Set<Int> = [340, 670, 671, 684, 787, 939]

    /// Personal numbers, carriers' services, free and paid lines.
    private static let withoutPlace: Set<Int> = Set(521...529).union([
        500, 532, 533, 535, 538, 542, 543, 544, 545, 546, 547, 549, 550, 552, 553, 554, 555, 556, 558, 566, 569, 577,
        578,
        588, 589, 700, 710, 800, 822, 833, 844, 855, 866, 877, 888, 900,
    ])
}

; What the setup says, beside NSIS's own Vietnamese texts. Each refusal says what to do next.

LangString TEXT_WINDOWS ${LANG_VIETNAMESE} "Máy này chạy Windows quá cũ (bản dựng $Build). Bàn KT1 cần Windows 10 từ bản 1809 (bản dựng 17763) trở lên, hoặc Windows 11. Hãy cập nhật Windows, rồi chạy lại tệp này."
LangString TEXT_SETUP_RUNS ${LANG_VIETNAMESE} "Một lượt cài đặt Bàn KT1 khác đang chạy. Hãy đợi lượt đó xong."
LangString TEXT_RUNS ${LANG_VIETNAMESE} "Bàn KT1 đang mở, hoặc đang tự nâng cấp. Hãy lưu việc đang làm, thoát chương trình ở mọi người dùng của máy, rồi chạy lại tệp này."
LangString TEXT_OLDER ${LANG_VIETNAMESE} "Máy đang có bản $Installed, mới hơn bản ${VERSION} của tệp này; chưa có gì bị thay đổi. Muốn trở về bản trước, vào «Quản trị» · «Cập nhật chương trình» trong chương trình, bấm F8 hai lần; chỉ được khi bản trước còn đọc được dữ liệu."
LangString TEXT_SHIFT ${LANG_VIETNAMESE} "Ca làm việc ở bàn này chưa đóng, nên chưa nâng từ bản $Installed lên bản ${VERSION}. Hãy mở chương trình, đóng ca, thoát, rồi chạy lại tệp này. Nếu chương trình không mở được nữa, hãy chạy tệp cài của đúng bản $Installed: cài lại cùng bản thì không cần đóng ca."
LangString TEXT_ROOM ${LANG_VIETNAMESE} "Ổ đĩa $RoomDrive chỉ còn $RoomFree MB trống; cần ít nhất ${ROOM_MB} MB. Hãy dọn bớt tệp không dùng, rồi chạy lại tệp này. Không xóa thư mục dữ liệu của bàn."
LangString TEXT_FILES ${LANG_VIETNAMESE} "Không ghi được tệp của chương trình vào $INSTDIR. Bản đang dùng, nếu có, vẫn còn nguyên. Hãy kiểm tra ổ đĩa và phần mềm diệt vi-rút, rồi chạy lại tệp này."
LangString TEXT_SELF_TEST ${LANG_VIETNAMESE} "Bản ${VERSION} không qua được tự kiểm tra trên máy này nên không được dùng. Bản đang dùng, nếu có, vẫn còn nguyên. Kết quả kiểm tra ở tệp $Report; hãy gửi tệp đó cho bộ phận kỹ thuật."
LangString TEXT_TASK ${LANG_VIETNAMESE} "Chưa đặt được tác vụ nâng cấp của Windows («${TASK}»). Chương trình vẫn dùng được; muốn nâng cấp, người quản trị chạy tệp cài của bản mới."
LangString TEXT_RIGHTS ${LANG_VIETNAMESE} "Chưa đặt được quyền ghi cho thư mục $RightsFolder. Người quản trị cần cho nhóm Users quyền Modify ở thư mục này."
LangString TEXT_DONE ${LANG_VIETNAMESE} "Đã cài bản ${VERSION}. Chương trình ở $INSTDIR; dữ liệu của bàn ở $DataFolder, không bị thay đổi."
LangString TEXT_UN_RUNS ${LANG_VIETNAMESE} "Bàn KT1 đang mở, hoặc đang tự nâng cấp. Hãy thoát chương trình ở mọi người dùng của máy, rồi gỡ lại."
LangString TEXT_UN_DONE ${LANG_VIETNAMESE} "Đã gỡ chương trình. Dữ liệu của bàn vẫn còn nguyên ở thư mục $DataFolder: đừng xóa khi chưa có bản sao lưu. Cài lại Bàn KT1 thì bàn làm việc tiếp với dữ liệu đó."

LangString TEXT_WELCOME ${LANG_VIETNAMESE} "Tệp này cài Bàn KT1 bản ${VERSION} cho mọi người dùng của máy, vào $PROGRAMFILES64\KT1Desk.$\r$\n$\r$\nTrước khi bấm tiếp: đóng ca và thoát Bàn KT1 nếu đang mở.$\r$\n$\r$\nDữ liệu của bàn không bị thay đổi. Bản mới tự kiểm tra xong mới được dùng; không qua thì bản cũ vẫn dùng như trước."

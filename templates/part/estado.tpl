{{%AUTOESCAPE context="HTML"}}
<span class="est {{ESTADO}}">{{ESTADO_TEXTO}}</span>

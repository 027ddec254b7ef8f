{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
{{#INVITACION}}<h1>Cree su contraseña</h1>
<p class="lead">{{NOMBRE}}: se le dio acceso al Portal de Inducción.</p>
{{/INVITACION}}{{#RECUPERACION}}<h1>Cree una contraseña nueva</h1>
<p class="lead">{{NOMBRE}}: con este enlace recupera el acceso al Portal de Inducción.</p>
{{/RECUPERACION}}<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Compruebe que este enlace es para usted y escriba dos veces la contraseña que usará. Después ingresará con su documento y esa contraseña. Si su nombre no es el que aparece, no continúe y avise a quien le dio el enlace.</p></details>
<dl class="ficha">
<div><dt>Para</dt><dd>{{NOMBRE}}</dd></div>
<div><dt>Acceso</dt><dd>{{#HAY_ROLES}}{{ROLES}}{{/HAY_ROLES}}{{#NO_ROLES}}Sin rol vigente: pídalo a quien le dio el enlace{{/NO_ROLES}}</dd></div>
<div><dt>El enlace vence</dt><dd>{{EXPIRA}} (hora de Lima)</dd></div>
</dl>
{{#INVITACION}}<div class="nota"><p>Sus datos fueron registrados por {{REGISTRADO_POR}} para organizar su inducción o su trabajo con ella. Lea para qué se usan, quién los ve y cuáles son sus derechos en el <a href="/publico/privacidad">aviso de privacidad</a>.</p></div>
{{/INVITACION}}{{#OTRA_SESION}}<div class="alerta"><p>En este navegador está abierta la sesión de <strong>{{QUIEN}}</strong>. Al continuar se cerrará.</p></div>
{{/OTRA_SESION}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_NUEVA}}
{{>CAMPO_REPITE}}
<div class="acc"><button>Guardar e ingresar</button></div>
</form>

{{%AUTOESCAPE context="HTML"}}
{{#HAY_ENLACE}}<div class="listo" role="status"><h1>Entregue este enlace personal</h1>
<p>Se muestra <strong>una sola vez</strong>: cópielo ahora. Quien lo abra creará su contraseña y entrará como esa persona, así que entréguelo solo a ella.</p></div>
<div class="campo"><label for="enlace">Enlace personal</label>
<input id="enlace" class="w100" type="text" value="{{ENLACE}}" readonly></div>
<p>Sirve una vez y vence el {{VENCE}} (hora de Lima). Los enlaces anteriores de esa cuenta dejaron de servir.</p>
{{#HAY_CORREO}}<p>También se puso en cola un correo a {{CORREO}}. Si no llega, entregue el enlace usted.</p>
{{/HAY_CORREO}}{{#NO_CORREO}}<p>La cuenta no tiene correo: el enlace solo está aquí.</p>
{{/NO_CORREO}}{{/HAY_ENLACE}}{{#NO_ENLACE}}<div class="listo" role="status"><h1>La persona ya tiene cuenta</h1>
<p>Se le dio el rol. No necesita enlace: entra con su documento y la contraseña que ya tiene, y elige el rol con «Cambiar de rol».</p></div>
{{/NO_ENLACE}}<div class="acc"><a class="btn" href="{{VOLVER}}">Continuar</a></div>
